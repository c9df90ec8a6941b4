import { eq, inArray } from "drizzle-orm";
import { boardFacts, canSeeIdea } from "@/feedback/policy";
import { board, idea } from "@/feedback/schema";
import type { Viewer } from "@/platform/access/viewer";
import { type Reader, reader } from "@/platform/database/client";
import type { Id } from "@/platform/ids";
import type { Judge } from "@/platform/live/tell";
import { partsOf, type Topic, type TopicKind } from "@/platform/live/topic";
import { canSeePost } from "@/posts/policy";
import { conversation, post } from "@/posts/schema";
import type { ConversationId } from "@/posts/shape";
import { canReadSpace } from "@/spaces/policy";
import { space } from "@/spaces/schema";
import type { SpaceId } from "@/spaces/shape";
import { viewersOf } from "../viewer";

/** Says of a viewer whether they may hear of a thing. */
type Rule = (viewer: Viewer) => boolean;

const spaceFacts = {
  id: space.id,
  visibility: space.visibility,
  opensAt: space.opensAt,
  archivedAt: space.archivedAt,
};

/** The rules about things that are there; of what is not, nobody hears. One statement a kind of thing. */
async function rulesOf(db: Reader, topics: ReadonlySet<Topic>): Promise<ReadonlyMap<Topic, Rule>> {
  const ids: Record<TopicKind, string[]> = { conversation: [], space: [], person: [] };
  for (const topic of topics) {
    const { kind, id } = partsOf(topic);
    ids[kind].push(id);
  }
  const [rooms, posts] = await Promise.all([
    ids.space.length === 0 ? [] : roomRules(db, ids.space as SpaceId[]),
    ids.conversation.length === 0 ? [] : postRules(db, ids.conversation as ConversationId[]),
  ]);
  const ideas =
    posts.length === ids.conversation.length ? [] : await ideaRules(db, ids.conversation as ConversationId[]);
  const own = ids.person.map((id): [Topic, Rule] => [`person:${id}`, (viewer) => viewer.id === id]);
  return new Map([...rooms, ...posts, ...ideas, ...own]);
}

async function roomRules(db: Reader, ids: SpaceId[]): Promise<[Topic, Rule][]> {
  const rows = await db.select(spaceFacts).from(space).where(inArray(space.id, ids));
  return rows.map((row) => [`space:${row.id}`, (viewer) => canReadSpace(viewer, row)]);
}

async function postRules(db: Reader, ids: ConversationId[]): Promise<[Topic, Rule][]> {
  const rows = await db
    .select({ id: post.id, authorId: conversation.authorId, removedAt: post.removedAt, space: spaceFacts })
    .from(post)
    .innerJoin(conversation, eq(conversation.id, post.id))
    .innerJoin(space, eq(space.id, post.spaceId))
    .where(inArray(post.id, ids));
  return rows.map((row) => [`conversation:${row.id}`, (viewer) => canSeePost(viewer, row)]);
}

async function ideaRules(db: Reader, ids: ConversationId[]): Promise<[Topic, Rule][]> {
  const rows = await db
    .select({
      id: idea.id,
      removedAt: idea.removedAt,
      board: boardFacts,
    })
    .from(idea)
    .innerJoin(board, eq(board.id, idea.boardId))
    .where(inArray(idea.id, ids));
  return rows.map((row) => [`conversation:${row.id}`, (viewer) => canSeeIdea(viewer, row)]);
}

/** Of these topics those that the viewer may hear of now. */
export async function heardBy(db: Reader, viewer: Viewer, topics: readonly Topic[]): Promise<Topic[]> {
  const rules = await rulesOf(db, new Set(topics));
  return topics.filter((topic) => rules.get(topic)?.(viewer) === true);
}

/**
 * What everybody may still hear, judged by the policies on the passports and things as they are now: two or three
 * statements, however many people are asked about.
 */
export const judge: Judge = async (questions) => {
  const asked = new Map<Id<"session">, Set<Topic>>();
  for (const { sessionId, topics } of questions)
    asked.set(sessionId, new Set([...(asked.get(sessionId) ?? []), ...topics]));
  const db = reader();
  const [viewers, rules] = await Promise.all([
    viewersOf(db, [...asked.keys()]),
    rulesOf(db, new Set([...asked.values()].flatMap((topics) => [...topics]))),
  ]);
  return new Map(
    viewers.map((viewer) => {
      const topics = asked.get(viewer.sessionId) ?? new Set<Topic>();
      return [viewer.sessionId, new Set([...topics].filter((topic) => rules.get(topic)?.(viewer) === true))];
    }),
  );
};
