import { and, eq, or, type SQL, sql } from "drizzle-orm";
import { boardsVisibleTo } from "@/feedback/policy";
import { board, idea } from "@/feedback/schema";
import { cardColumns } from "@/members/queries";
import { person } from "@/members/schema";
import { isTeam, type Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { moderationCase } from "@/posts/moderation/schema";
import type { ThingId } from "@/posts/moderation/shape";
import { comment, conversation, post } from "@/posts/schema";
import { spacesReadableBy } from "@/spaces/policy";
import { space } from "@/spaces/schema";

/** The columns of words with where they stand, for whoever joins as `thingsFrom` does. */
export const thingColumns = {
  id: sql<ThingId>`coalesce(${comment.id}, ${conversation.id})`,
  kind: conversation.kind,
  conversationId: conversation.id,
  commentId: comment.id,
  title: conversation.title,
  place: sql<string>`coalesce(${space.name}, ${board.name})`,
  author: cardColumns,
  writtenAt: sql<Date>`coalesce(${comment.createdAt}, ${conversation.createdAt})`.mapWith(conversation.createdAt),
  spaceId: post.spaceId,
  removed: sql<boolean>`coalesce(${comment.removedAt}, case when ${comment.id} is null then ${conversation.removedAt} end) is not null`,
  excerpt: sql<string>`case when ${comment.id} is null then ${conversation.excerpt} else left(${comment.body}, 280) end`,
  bodyHtml: sql<string>`coalesce(${comment.bodyHtml}, ${conversation.bodyHtml})`,
};

/** The author of the words: of the comment, or of what opened the conversation. */
export const isAuthor = sql`${person.id} = coalesce(${comment.authorId}, ${conversation.authorId})`;

/** Whether the viewer reads what the words stand in. */
function placeReadableBy(viewer: Viewer): SQL {
  return sql`((${post.id} is not null and ${spacesReadableBy(viewer)})
    or (${idea.id} is not null and ${boardsVisibleTo(viewer)}))`;
}

/**
 * What a conversation is called, for whoever wrote the words: what they opened has their own title; of another's, whose
 * title may have changed since, they are told as long as it is there for them.
 */
export function titleForAuthor(viewer: Viewer): SQL<string | null> {
  return sql<string | null>`case when ${comment.id} is null
    or (${conversation.removedAt} is null and ${placeReadableBy(viewer)}) then ${conversation.title} end`;
}

/** Words that are there for the viewer as for every other reader. */
function thereFor(viewer: Viewer): SQL {
  return sql`(${placeReadableBy(viewer)} and ${conversation.removedAt} is null and ${comment.removedAt} is null)`;
}

/**
 * Words that the viewer may look after: in one's own spaces all that is there or was looked at; for hosts and admins what
 * they read, and what somebody brought to them, wherever it stands. What an owner hid in a closed space is the owner's.
 */
function lookedAfterBy(viewer: Viewer): SQL | undefined {
  const owned = [...viewer.spaces].filter(([, role]) => role === "owner").map(([id]) => sql`${id}::uuid`);
  const own = owned.length === 0 ? sql`false` : sql`${post.spaceId} in (${sql.join(owned, sql`, `)})`;
  const isCase = sql`${moderationCase.id} is not null`;
  const ofOwner = and(own, or(isCase, thereFor(viewer)));
  if (!isTeam(viewer)) return ofOwner;
  return or(ofOwner, sql`${moderationCase.reportCount} > 0`, thereFor(viewer), and(isCase, placeReadableBy(viewer)));
}

function one(db: Reader, id: ThingId, where: SQL | undefined) {
  return db
    .select({
      ...thingColumns,
      opened: sql<boolean>`${moderationCase.id} is not null`,
      taken: moderationCase.taken,
      settledAt: moderationCase.settledAt,
      byTeam: sql<boolean>`exists (select 1 from person_role r where r.person_id = ${person.id} and r.until is null)`,
      suspendedUntil: person.suspendedUntil,
      state: person.state,
    })
    .from(conversation)
    .leftJoin(comment, eq(comment.id, sql`${id}::uuid`))
    .leftJoin(post, eq(post.id, conversation.id))
    .leftJoin(space, eq(space.id, post.spaceId))
    .leftJoin(idea, eq(idea.id, conversation.id))
    .leftJoin(board, eq(board.id, idea.boardId))
    .innerJoin(person, isAuthor)
    .leftJoin(moderationCase, eq(moderationCase.id, sql`${id}::uuid`))
    .where(
      and(
        sql`${conversation.id} = coalesce((select k.conversation_id from comment k where k.id = ${id}::uuid), ${id}::uuid)`,
        where,
      ),
    );
}

export type LoadedThing = Awaited<ReturnType<typeof one>>[number] & { authorId: LoadedAuthor };
type LoadedAuthor = Awaited<ReturnType<typeof one>>[number]["author"]["id"];

async function first(rows: ReturnType<typeof one>): Promise<LoadedThing | null> {
  const [row] = await rows;
  return row === undefined ? null : { ...row, authorId: row.author.id };
}

/** Words that a reader has before them, or null. */
export function readableThing(db: Reader, viewer: Viewer, id: ThingId): Promise<LoadedThing | null> {
  return first(one(db, id, thereFor(viewer)));
}

/** Words that a moderator looks after, or null: for all others there is no such desk. */
export function moderatedThing(db: Reader, viewer: Viewer, id: ThingId): Promise<LoadedThing | null> {
  return first(one(db, id, lookedAfterBy(viewer)));
}
