import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
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
import { commentCountOf, isAmongVoices, voiceOf, voicesOf } from "./merging/family";
import { asFamily, doublesOf, joinedTo } from "./merging/joined";
import { isDiscussed } from "./notes/discussed";
import {
  canCommentOnIdea,
  canEditIdea,
  canHostIdea,
  canMoveIdea,
  canReactToIdea,
  canRemoveIdea,
  canVote,
  type IdeaFacts,
  ideasVisibleTo,
  offersTakingBack,
} from "./policy";
import { board, idea, ideaMove } from "./schema";
import { type BoardId, type IdeaList, type Need, SHOWN } from "./shape";
import type { IdeaCard, IdeaView, MyIdea } from "./views";

const boardFacts = {
  audience: board.audience,
  opensAt: board.opensAt,
  votesAt: board.votesAt,
  archivedAt: board.archivedAt,
};

const columns = {
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
  facts: boardFacts,
};

/** The viewer's own voice, given to the idea or to one of its doubles. */
function myVoice(viewer: Viewer) {
  return sql<Need | null>`(select mine.need from ${voiceOf(sql`${idea.id}`, viewer.id)} mine)`;
}

/** An idea with the facts that decisions about it rest on. */
export type LoadedIdea = IdeaView & Pick<IdeaFacts, "removedAt" | "authorId"> & { facts: IdeaFacts };

type Weight = Record<Need | "departments", number>;

/** The votes of the idea at hand, counted by weight; at most one row a member. */
const weight = sql<Weight>`(select jsonb_build_object(
  'like', count(*) filter (where v.need = 'like'), 'need', count(*) filter (where v.need = 'need'),
  'blocked', count(*) filter (where v.need = 'blocked'),
  'departments', count(distinct voter.department) filter (where voter.department <> ''))
  from ${voicesOf(sql`${idea.id}`)} v join person voter on voter.id = v.person_id)`;

/** An idea as the viewer may read it, or null. */
export async function ideaById(db: Reader, viewer: Viewer, id: ConversationId): Promise<LoadedIdea | null> {
  const recorder = alias(person, "recorder");
  const [row] = await db
    .select({
      ...columns,
      own: ownReadingOf(viewer.id, sql`${conversation.id}`),
      body: conversation.body,
      bodyHtml: conversation.bodyHtml,
      files: filesBelowOpening,
      language: conversation.language,
      editedAt: conversation.editedAt,
      version: conversation.version,
      reactions: reactionsToOpening(viewer),
      removedAt: idea.removedAt,
      recordedBy: { id: recorder.id, displayName: recorder.displayName },
      voted: myVoice(viewer),
      myReason: sql<string>`coalesce((select mine.reason from ${voiceOf(sql`${idea.id}`, viewer.id)} mine), '')`,
      authorVoted: isAmongVoices(sql`${idea.id}`, sql`${conversation.authorId}`),
      weight,
      lockedAt: idea.lockedAt,
      lockReason: idea.lockReason,
      joined: joinedTo,
      doubles: doublesOf,
      discussed: isDiscussed,
      follow: followOf(viewer),
    })
    .from(idea)
    .innerJoin(conversation, eq(conversation.id, idea.id))
    .innerJoin(board, eq(board.id, idea.boardId))
    .innerJoin(person, eq(person.id, conversation.authorId))
    .leftJoin(recorder, eq(recorder.id, idea.recordedBy))
    .where(and(eq(idea.id, id), ideasVisibleTo(viewer)));
  if (row === undefined) return null;
  const { departments, ...tally } = row.weight;
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
    tally,
    departments,
    votesAt: row.facts.votesAt,
    votesOpen: reached(viewer.stage, row.facts.votesAt),
    archived: row.facts.archivedAt !== null,
    may: { ...mayDo(viewer, facts), takeBack: offersTakingBack(viewer, { ...row, ...facts }, now()) },
  };
}

function mayDo(viewer: Viewer, facts: IdeaFacts): Omit<IdeaView["may"], "takeBack"> {
  return {
    vote: canVote(viewer, facts).allowed,
    move: canMoveIdea(viewer, facts).allowed,
    edit: canEditIdea(viewer, facts).allowed,
    remove: canRemoveIdea(viewer, facts).allowed,
    comment: canCommentOnIdea(viewer, facts).allowed,
    react: canReactToIdea(viewer, facts).allowed,
    host: canHostIdea(viewer).allowed,
  };
}

const votesKey = z.tuple([z.number().int(), z.uuid()]);

/** Where a list goes on, for each order a key of its own: a key of the other order starts the list anew. */
function after(list: IdeaList, word: string | undefined): SQL | undefined {
  if (list.order === "votes") {
    const key = decodeKey(word, votesKey);
    return key === null ? undefined : sql`(${idea.voteCount}, ${idea.id}) < (${key[0]}::int, ${key[1]}::uuid)`;
  }
  const key = decodeKey(word, momentKey);
  return key === null ? undefined : sql`(${idea.createdAt}, ${idea.id}) < (${key[0]}::timestamptz, ${key[1]}::uuid)`;
}

/** The ideas of a board: the most voted first, or the newest. The caller has checked that the viewer sees the board. */
export async function ideasOn(
  db: Reader,
  viewer: Viewer,
  on: BoardId,
  list: IdeaList,
  page: PageInput,
): Promise<Page<IdeaCard>> {
  const byVotes = list.order === "votes";
  const rows = await db
    .select({ ...columns, voted: myVoice(viewer) })
    .from(idea)
    .innerJoin(conversation, eq(conversation.id, idea.id))
    .innerJoin(board, eq(board.id, idea.boardId))
    .innerJoin(person, eq(person.id, conversation.authorId))
    .where(
      and(
        eq(idea.boardId, on),
        ideasVisibleTo(viewer),
        inArray(idea.status, [...SHOWN[list.show]]),
        after(list, page.after),
      ),
    )
    .orderBy(desc(byVotes ? idea.voteCount : idea.createdAt), desc(idea.id))
    .limit(page.take + 1);
  const { items, next } = cut(rows, page.take, (row) => [
    byVotes ? row.voteCount : row.createdAt.toISOString(),
    row.id,
  ]);
  return {
    items: items.map((row) => ({
      ...row,
      may: { vote: canVote(viewer, { status: row.status, board: row.facts }).allowed },
    })),
    next,
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
