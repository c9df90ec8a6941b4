import { and, desc, eq, inArray, ne, sql } from "drizzle-orm";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { conversation } from "@/posts/schema";
import type { ConversationId } from "@/posts/shape";
import { ideasVisibleTo } from "../policy";
import type { LoadedIdea } from "../queries";
import { board, idea } from "../schema";
import { ALIKE } from "./alike";
import { familyOf, voterCount } from "./family";
import { basisOf } from "./shape";
import type { CandidateView, MergePlanView } from "./views";

const SHOWN = 12;

/**
 * Ideas of the same board that an idea may be a double of: those with similar words, or with the words that were asked
 * for. Doubles themselves are none.
 */
export async function candidatesFor(
  db: Reader,
  viewer: Viewer,
  subject: LoadedIdea,
  search: string,
): Promise<CandidateView[]> {
  const near =
    search === ""
      ? sql<number>`similarity(lower(${conversation.title}), ${subject.title.toLowerCase()})`
      : sql<number>`word_similarity(${search.toLowerCase()}, lower(${conversation.title} || ' ' || ${conversation.excerpt}))`;
  return db
    .select({
      id: idea.id,
      title: conversation.title,
      excerpt: conversation.excerpt,
      status: idea.status,
      voteCount: idea.voteCount,
    })
    .from(idea)
    .innerJoin(conversation, eq(conversation.id, idea.id))
    .innerJoin(board, eq(board.id, idea.boardId))
    .where(
      and(
        eq(idea.boardId, subject.board.id),
        ne(idea.id, subject.id),
        ne(idea.status, "merged"),
        ideasVisibleTo(viewer),
        sql`${near} >= ${search === "" ? ALIKE : 0.5}`,
      ),
    )
    .orderBy(desc(near), desc(idea.voteCount), desc(idea.id))
    .limit(SHOWN);
}

/** What joining two ideas would mean: how many people want either, and how many want both. */
export async function planOf(
  db: Reader,
  viewer: Viewer,
  subject: LoadedIdea,
  into: ConversationId,
): Promise<MergePlanView | null> {
  const [row] = await db
    .select({
      id: idea.id,
      title: conversation.title,
      excerpt: conversation.excerpt,
      status: idea.status,
      voteCount: idea.voteCount,
      version: conversation.version,
      promisedFor: idea.promisedFor,
      both: sql<number>`(select count(*)::int from (
        select v.person_id from ${familyOf(subject.id)} f join idea_vote v on v.idea_id = f.id intersect
        select v.person_id from ${familyOf(sql`${idea.id}`)} f join idea_vote v on v.idea_id = f.id) twice)`,
      own: voterCount(subject.id),
    })
    .from(idea)
    .innerJoin(conversation, eq(conversation.id, idea.id))
    .innerJoin(board, eq(board.id, idea.boardId))
    .where(
      and(
        inArray(idea.id, [into]),
        eq(idea.boardId, subject.board.id),
        ne(idea.id, subject.id),
        ne(idea.status, "merged"),
        ideasVisibleTo(viewer),
      ),
    );
  if (row === undefined) return null;
  const { version, promisedFor, both, own, ...card } = row;
  return {
    into: card,
    basis: basisOf(subject, { status: row.status, version, promisedFor }),
    voters: row.voteCount + own - both,
    both,
  };
}
