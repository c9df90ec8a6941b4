import { and, asc, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { cardColumns } from "@/members/queries";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, keyBefore, keyMoment, type Page, type PageInput } from "@/platform/database/page";
import { commentsOf, type MayDo } from "@/posts/comments";
import { comment } from "@/posts/schema";
import type { CommentId, ConversationId } from "@/posts/shape";
import {
  type BoardFacts,
  canEditIdeaComment,
  canRemoveIdeaComment,
  type IdeaCommentFacts,
  ideasVisibleTo,
} from "./policy";
import type { LoadedIdea } from "./queries";
import { board, idea, ideaMove, vote } from "./schema";
import type { IdeaWithTalk, MoveView, VoterView } from "./views";

/** An idea is moved a handful of times; what is older than this many moves is not shown. */
const MOVES_MAX = 50;

/** How an idea came to stand where it stands, oldest first. The caller has checked that the viewer sees the idea. */
export async function movesOf(db: Reader, id: ConversationId): Promise<MoveView[]> {
  const rows = await db
    .select({
      id: ideaMove.id,
      from: ideaMove.fromStatus,
      to: ideaMove.toStatus,
      note: ideaMove.note,
      noteHtml: ideaMove.noteHtml,
      promisedFor: ideaMove.promisedFor,
      by: cardColumns,
      at: ideaMove.movedAt,
    })
    .from(ideaMove)
    .innerJoin(person, eq(person.id, ideaMove.movedBy))
    .where(eq(ideaMove.ideaId, id))
    .orderBy(desc(ideaMove.movedAt), desc(ideaMove.id))
    .limit(MOVES_MAX);
  return rows.reverse();
}

const voterKey = z.tuple([z.number().int(), keyMoment, z.uuid()]);

/** Who voted, those who are blocked first, then by time. The caller has checked that the viewer sees the idea. */
export async function votersOf(db: Reader, id: ConversationId, page: PageInput): Promise<Page<VoterView>> {
  const rank = sql<number>`array_position(array['blocked', 'need', 'like'], ${vote.need})`;
  const key = decodeKey(page.after, voterKey);
  const after =
    key === null
      ? undefined
      : sql`(${rank}, ${vote.votedAt}, ${vote.personId}) > (${key[0]}::int, ${key[1]}::timestamptz, ${key[2]}::uuid)`;
  const rows = await db
    .select({ person: cardColumns, need: vote.need, reason: vote.reason, votedAt: vote.votedAt, rank })
    .from(vote)
    .innerJoin(person, eq(person.id, vote.personId))
    .where(and(eq(vote.ideaId, id), after))
    .orderBy(rank, asc(vote.votedAt), asc(vote.personId))
    .limit(page.take + 1);
  return cut(rows, page.take, (row) => [row.rank, row.votedAt.toISOString(), row.person.id]);
}

/** The buttons under a comment of an idea. */
export function mayDoOnBoard(viewer: Viewer, on: BoardFacts): MayDo {
  return ({ authorId, removed }) => ({
    edit: !removed && canEditIdeaComment(viewer, { authorId, board: on }).allowed,
    remove: !removed && canRemoveIdeaComment(viewer, { authorId, board: on }).allowed,
  });
}

/** The key after which a comment of an idea stands first; nothing for one that is not there: then all is read. */
export async function keyBeforeComment(db: Reader, id: ConversationId, at: CommentId): Promise<string | undefined> {
  const [row] = await db
    .select({ createdAt: comment.createdAt })
    .from(comment)
    .where(and(eq(comment.id, at), eq(comment.conversationId, id)));
  return row === undefined ? undefined : keyBefore(row.createdAt);
}

/** A comment under an idea with what decisions about it rest on. */
export type LoadedIdeaComment = IdeaCommentFacts & { id: CommentId; idea: ConversationId; authorId: PersonId };

/** A comment under an idea that the viewer reads, or null; a removed one is gone. */
export async function ideaCommentById(db: Reader, viewer: Viewer, id: CommentId): Promise<LoadedIdeaComment | null> {
  const [row] = await db
    .select({
      id: comment.id,
      idea: comment.conversationId,
      authorId: comment.authorId,
      board: {
        audience: board.audience,
        opensAt: board.opensAt,
        votesAt: board.votesAt,
        archivedAt: board.archivedAt,
      },
    })
    .from(comment)
    .innerJoin(idea, eq(idea.id, comment.conversationId))
    .innerJoin(board, eq(board.id, idea.boardId))
    .where(and(eq(comment.id, id), sql`${comment.removedAt} is null`, ideasVisibleTo(viewer)));
  return row ?? null;
}

/** What the page of an idea is asked for: pages of its comments and voters, or its comments from one on. */
export type TalkPart = PageInput & { votersAfter?: string | undefined; at?: CommentId | undefined };

/** Where the reading of a talk starts for a link to one comment: at its beginning when that comment is on page one. */
async function startOf(db: Reader, { id }: LoadedIdea, { at, take }: TalkPart): Promise<string | undefined> {
  if (at === undefined) return undefined;
  const first = await db
    .select({ id: comment.id })
    .from(comment)
    .where(eq(comment.conversationId, id))
    .orderBy(asc(comment.createdAt), asc(comment.id))
    .limit(take);
  return first.some((row) => row.id === at) ? undefined : keyBeforeComment(db, id, at);
}

/** An idea with all that its page shows. A conversation that fits on one page is given whole. */
export async function talkOf(db: Reader, viewer: Viewer, subject: LoadedIdea, part: TalkPart): Promise<IdeaWithTalk> {
  const { id, facts } = subject;
  // Removed comments keep their places and are not counted: a talk that seems to fit may have a second page.
  const after = part.after ?? (await startOf(db, subject, part));
  const [moves, voters, comments] = await Promise.all([
    movesOf(db, id),
    votersOf(db, id, { after: part.votersAfter, take: part.take }),
    commentsOf(db, id, { after, take: part.take }, mayDoOnBoard(viewer, facts.board)),
  ]);
  return { idea: subject, moves, voters, comments: { ...comments, later: after !== undefined } };
}
