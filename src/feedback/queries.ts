import { and, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { cardColumns } from "@/members/queries";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, momentKey, type Page, type PageInput } from "@/platform/database/page";
import { filesBelowOpening } from "@/posts/attachments/listed";
import { asReactions, reactionsToOpening } from "@/posts/marks/reactions-of";
import { ownReadingOf } from "@/posts/reading/facts";
import { conversation } from "@/posts/schema";
import type { ConversationId } from "@/posts/shape";
import { reached } from "@/stages/shape";
import { followOf } from "./following/own";
import { categoryOf, labelsOf, tagsOf } from "./labels/queries";
import { commentCountOf, isAmongVoices, voiceOf } from "./merging/family";
import { asFamily, doublesOf, joinedTo } from "./merging/joined";
import { isDiscussed } from "./notes/discussed";
import {
  boardFacts,
  canCommentOnIdea,
  canEditIdea,
  canHostIdea,
  canMoveIdea,
  canReactToIdea,
  canRemoveIdea,
  canSeeSegments,
  canSeeVoters,
  canUnvote,
  canVote,
  type IdeaFacts,
  ideasVisibleTo,
  offersTakingBack,
} from "./policy";
import { board, idea, ideaMove } from "./schema";
import { type IdeaStatus, type Need, phaseOf } from "./shape";
import type { IdeaView, MyIdea } from "./views";
import { hasVoteFor, leftOf, spentBy } from "./votes/budget";
import { workingDaysBetween } from "./working-days";

/** What every list says of an idea; the idea's board, conversation and author are joined. */
export const lineColumnsOfIdea = {
  id: idea.id,
  title: conversation.title,
  excerpt: conversation.excerpt,
  author: cardColumns,
  board: { id: board.id, slug: board.slug, name: board.name },
  status: idea.status,
  promisedFor: idea.promisedFor,
  createdAt: idea.createdAt,
  voteCount: idea.voteCount,
  commentCount: commentCountOf(sql`${idea.id}`),
};

/** What a card of an idea is made of. */
export const cardColumnsOfIdea = {
  ...lineColumnsOfIdea,
  departments: idea.departmentCount,
  category: categoryOf,
  tags: tagsOf,
  waitingSince: idea.waitingSince,
  removedAt: idea.removedAt,
  answerDays: board.answerDays,
  facts: boardFacts,
};

type Waiting = { status: IdeaStatus; removedAt: Date | null; waitingSince: Date | null; answerDays: number | null };

/**
 * How many working days an idea has waited for an answer, once that is more than its board promises. A double keeps since
 * when it waited, for the day on which it stands alone again, and waits for nothing meanwhile.
 */
export function lateDaysOf(row: Waiting): number | null {
  if (row.waitingSince === null || row.answerDays === null) return null;
  if (phaseOf(row.status) !== "waiting" || row.removedAt !== null) return null;
  const days = workingDaysBetween(row.waitingSince, now());
  return days > row.answerDays ? days : null;
}

/** The viewer's own voice, given to the idea or to one of its doubles. */
export function myVoice(viewer: Viewer) {
  return sql<Need | null>`(select mine.need from ${voiceOf(sql`${idea.id}`, viewer.id)} mine)`;
}

/** An idea with the facts that decisions about it rest on. */
export type LoadedIdea = IdeaView & Pick<IdeaFacts, "removedAt" | "authorId"> & { facts: IdeaFacts };

/** An idea as the viewer may read it, or null. */
export async function ideaById(db: Reader, viewer: Viewer, id: ConversationId): Promise<LoadedIdea | null> {
  const recorder = alias(person, "recorder");
  const [row] = await db
    .select({
      ...cardColumnsOfIdea,
      own: ownReadingOf(viewer.id, sql`${conversation.id}`),
      body: conversation.body,
      bodyHtml: conversation.bodyHtml,
      files: filesBelowOpening,
      language: conversation.language,
      editedAt: conversation.editedAt,
      version: conversation.version,
      reactions: reactionsToOpening(viewer),
      recordedBy: { id: recorder.id, displayName: recorder.displayName },
      voted: myVoice(viewer),
      myReason: sql<string>`coalesce((select mine.reason from ${voiceOf(sql`${idea.id}`, viewer.id)} mine), '')`,
      authorVoted: isAmongVoices(sql`${idea.id}`, sql`${conversation.authorId}`),
      lockedAt: idea.lockedAt,
      lockReason: idea.lockReason,
      joined: joinedTo,
      doubles: doublesOf,
      discussed: isDiscussed,
      follow: followOf(viewer),
      importedVotes: idea.importedVotes,
      tally: { like: idea.likeCount, need: idea.needCount, blocked: idea.blockedCount },
      labels: { categories: labelsOf("category"), tags: labelsOf("tag") },
      voteBudget: board.voteBudget,
      spent: sql<number>`case when ${board.voteBudget} is null then 0 else ${spentBy(viewer.id)} end`,
    })
    .from(idea)
    .innerJoin(conversation, eq(conversation.id, idea.id))
    .innerJoin(board, eq(board.id, idea.boardId))
    .innerJoin(person, eq(person.id, conversation.authorId))
    .leftJoin(recorder, eq(recorder.id, idea.recordedBy))
    .where(and(eq(idea.id, id), ideasVisibleTo(viewer)));
  if (row === undefined) return null;
  const votesLeft = leftOf(row.voteBudget, row.spent);
  const facts: IdeaFacts = {
    authorId: row.author.id,
    recordedById: row.recordedBy?.id ?? null,
    status: row.status,
    voteCount: row.voteCount,
    authorVoted: row.authorVoted,
    removedAt: row.removedAt,
    lockedAt: row.lockedAt,
    board: row.facts,
  };
  return {
    ...row,
    reactions: asReactions(row.reactions),
    ...asFamily(row),
    authorId: row.author.id,
    facts,
    votersShown: row.facts.votersShown,
    votesLeft,
    lateDays: lateDaysOf(row),
    votesAt: row.facts.votesAt,
    votesOpen: reached(viewer.stage, row.facts.votesAt),
    archived: row.facts.archivedAt !== null,
    may: {
      ...mayDo(viewer, facts, { voted: row.voted !== null, votesLeft }),
      takeBack: offersTakingBack(viewer, { ...row, ...facts }, now()),
    },
  };
}

function mayDo(
  viewer: Viewer,
  facts: IdeaFacts,
  { voted, votesLeft }: { voted: boolean; votesLeft: number | null },
): Omit<IdeaView["may"], "takeBack"> {
  return {
    vote: canVote(viewer, facts).allowed && (voted || hasVoteFor(facts.status, votesLeft)),
    unvote: canUnvote(viewer, facts).allowed && voted,
    seeVoters: canSeeVoters(viewer, facts).allowed,
    seeSegments: canSeeSegments(viewer, facts).allowed,
    move: canMoveIdea(viewer, facts).allowed,
    edit: canEditIdea(viewer, facts).allowed,
    remove: canRemoveIdea(viewer, facts).allowed,
    comment: canCommentOnIdea(viewer, facts).allowed,
    react: canReactToIdea(viewer, facts).allowed,
    host: canHostIdea(viewer).allowed,
  };
}

/** What became of somebody's own ideas: the latest news first, an answer or the suggestion itself. */
export async function ideasBy(db: Reader, viewer: Viewer, author: PersonId, page: PageInput): Promise<Page<MyIdea>> {
  const latest = db
    .selectDistinctOn([ideaMove.ideaId], {
      ideaId: ideaMove.ideaId,
      note: ideaMove.note,
      at: ideaMove.movedAt,
      byName: person.displayName,
    })
    .from(ideaMove)
    .innerJoin(person, eq(person.id, ideaMove.movedBy))
    .where(
      sql`${ideaMove.ideaId} in (select c.id from conversation c where c.author_id = ${author} and c.kind = 'idea')`,
    )
    .orderBy(ideaMove.ideaId, desc(ideaMove.movedAt), desc(ideaMove.id))
    .as("latest");
  const news = sql<Date>`coalesce(${latest.at}, ${idea.createdAt})`.mapWith(idea.createdAt);
  const key = decodeKey(page.after, momentKey);
  const rows = await db
    .select({
      id: idea.id,
      title: conversation.title,
      board: { slug: board.slug, name: board.name },
      status: idea.status,
      promisedFor: idea.promisedFor,
      voteCount: idea.voteCount,
      commentCount: conversation.commentCount,
      createdAt: idea.createdAt,
      answer: { note: latest.note, byName: latest.byName, at: latest.at },
      news,
    })
    .from(idea)
    .innerJoin(conversation, eq(conversation.id, idea.id))
    .innerJoin(board, eq(board.id, idea.boardId))
    .leftJoin(latest, eq(latest.ideaId, idea.id))
    .where(
      and(
        eq(conversation.authorId, author),
        ideasVisibleTo(viewer),
        key === null ? undefined : sql`(${news}, ${idea.id}) < (${key[0]}::timestamptz, ${key[1]}::uuid)`,
      ),
    )
    .orderBy(desc(news), desc(idea.id))
    .limit(page.take + 1);
  return cut(rows, page.take, (row) => [row.news.toISOString(), row.id]);
}
