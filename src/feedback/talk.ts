import { and, eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { cardJson } from "@/members/queries";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, keyMoment, type Page, type PageInput } from "@/platform/database/page";
import type { MayDo } from "@/posts/comments";
import type { WindowAsk } from "@/posts/reading/shape";
import { windowOf } from "@/posts/reading/window";
import { comment, conversation } from "@/posts/schema";
import type { CommentId, ConversationId } from "@/posts/shape";
import { type CreditsRow, creditsFrom, creditsIn } from "./credits/queries";
import { voicesOf } from "./merging/family";
import { readOf } from "./merging/joined";
import {
  type BoardFacts,
  boardFacts,
  canEditIdeaComment,
  canRemoveIdeaComment,
  type IdeaCommentFacts,
  ideasVisibleTo,
} from "./policy";
import { type PreviewRow, previewFrom, previewIn } from "./previews/queries";
import type { LoadedIdea } from "./queries";
import { board, idea } from "./schema";
import type { IdeaWithTalk, MoveView, VoterView } from "./views";

/** An idea is moved a handful of times; what is older than this many moves is not shown. */
const MOVES_MAX = 50;

/**
 * How an idea came to stand where it stands, oldest first, as one value: it comes along with the voters, so that the page
 * of an idea asks once for both.
 */
function movesOf(id: ConversationId): SQL<MoveRow[]> {
  return sql<MoveRow[]>`(select coalesce(jsonb_agg(one.move order by one.moved_at, one.id), '[]') from (
    select m.id, m.moved_at, jsonb_build_object('id', m.id, 'from', m.from_status, 'to', m.to_status, 'note', m.note,
      'noteHtml', m.note_html, 'promisedFor', m.promised_for, 'at', m.moved_at,
      'by', ${cardJson}) as move
    from idea_move m join person on person.id = m.moved_by where m.idea_id = ${id}::uuid
    order by m.moved_at desc, m.id desc limit ${MOVES_MAX}) one)`;
}

type MoveRow = Omit<MoveView, "at"> & { at: string };

const voterKey = z.tuple([z.number().int(), keyMoment, z.uuid()]);

/** Who voted, those who are blocked first, then by time. The caller has checked that the viewer sees the idea. */
export async function votersOf(db: Reader, id: ConversationId, page: PageInput): Promise<Page<VoterView>> {
  const rows: Iterable<{ voters: VoterRow[] }> = await db.execute(sql`select ${votersIn(id, page)} as voters`);
  return pageOfVoters([...rows][0]?.voters ?? [], page);
}

type Beside = { moves: MoveRow[]; voters: VoterRow[]; preview: PreviewRow | null; credits: CreditsRow };

/** What stands beside the words of an idea, in one statement: its moves, voters, preview and credits. */
async function besideIdea(
  db: Reader,
  viewer: Viewer,
  subject: LoadedIdea,
  page: PageInput,
): Promise<Omit<IdeaWithTalk, "idea" | "window">> {
  const { id, may } = subject;
  const voters = may.seeVoters ? votersIn(id, page) : sql`'[]'::jsonb`;
  const rows: Iterable<Beside> = await db.execute<Beside>(sql`
    select ${movesOf(id)} as moves, ${voters} as voters, ${previewIn(viewer, id)} as preview,
      ${creditsIn(id)} as credits`);
  const [row] = [...rows];
  return {
    preview: row?.preview ? previewFrom(viewer, subject, row.preview) : null,
    credits: creditsFrom(viewer, subject, row?.credits ?? { credited: [], meant: [], shippedAt: null }),
    moves: (row?.moves ?? []).map((one) => ({ ...one, at: new Date(one.at) })),
    voters: pageOfVoters(row?.voters ?? [], page),
  };
}

/** A page of voters and one more, as one value. */
function votersIn(id: ConversationId, page: PageInput): SQL<VoterRow[]> {
  const rank = sql<number>`array_position(array['blocked', 'need', 'like'], v.need)`;
  const key = decodeKey(page.after, voterKey);
  const after =
    key === null
      ? undefined
      : sql`(${rank}, v.voted_at, v.person_id) > (${key[0]}::int, ${key[1]}::timestamptz, ${key[2]}::uuid)`;
  return sql<VoterRow[]>`(select coalesce(jsonb_agg(one.voter order by one.rank, one.voted_at, one.id), '[]') from (
    select ${rank} as rank, v.voted_at, person.id, jsonb_build_object('person', ${cardJson},
      'need', v.need, 'reason', v.reason, 'votedAt', v.voted_at, 'rank', ${rank}) as voter
    from ${voicesOf(id)} v join person on person.id = v.person_id
    where ${after ?? sql`true`}
    order by ${rank}, v.voted_at, v.person_id limit ${page.take + 1}) one)`;
}

function pageOfVoters(rows: readonly VoterRow[], { take }: PageInput): Page<VoterView> {
  const found = rows.map((one) => ({ ...one, votedAt: new Date(one.votedAt) }));
  return cut(found, take, (one) => [one.rank, one.votedAt.toISOString(), one.person.id]);
}

type VoterRow = Omit<VoterView, "votedAt"> & { votedAt: string; rank: number };

/** The buttons under a comment of an idea. */
export function mayDoOnBoard(viewer: Viewer, on: BoardFacts): MayDo {
  return ({ authorId, removed }) => ({
    edit: !removed && canEditIdeaComment(viewer, { authorId, board: on }).allowed,
    remove: !removed && canRemoveIdeaComment(viewer, { authorId, board: on }).allowed,
  });
}

/** A comment under an idea with what decisions about it rest on. */
export type LoadedIdeaComment = IdeaCommentFacts & {
  id: CommentId;
  idea: ConversationId;
  authorId: PersonId;
  /** What the idea above it is called. */
  title: string;
  author: { id: PersonId; displayName: string };
  body: string;
  version: number;
  createdAt: Date;
  editedAt: Date | null;
  removedAt: Date | null;
  removedBy: PersonId | null;
  hiddenAt: Date | null;
};

/** A comment under an idea that the viewer reads, or null; of the removed ones, only those that `removed` asks for. */
export async function ideaCommentById(
  db: Reader,
  viewer: Viewer,
  id: CommentId,
  removed = false,
): Promise<LoadedIdeaComment | null> {
  const [row] = await db
    .select({
      id: comment.id,
      idea: comment.conversationId,
      authorId: comment.authorId,
      title: conversation.title,
      author: { id: person.id, displayName: person.displayName },
      body: comment.body,
      version: comment.version,
      createdAt: comment.createdAt,
      editedAt: comment.editedAt,
      removedAt: comment.removedAt,
      removedBy: comment.removedBy,
      hiddenAt: comment.hiddenAt,
      board: boardFacts,
    })
    .from(comment)
    .innerJoin(idea, eq(idea.id, comment.conversationId))
    .innerJoin(conversation, eq(conversation.id, idea.id))
    .innerJoin(board, eq(board.id, idea.boardId))
    .innerJoin(person, eq(person.id, comment.authorId))
    .where(and(eq(comment.id, id), sql`(${comment.removedAt} is not null) = ${removed}`, ideasVisibleTo(viewer)));
  return row ?? null;
}

/** What the page of an idea is asked for: a part of its conversation, and a page of its voters. */
export type TalkPart = WindowAsk & { votersAfter?: string | undefined };

/** How many voters the page of an idea shows at a time. */
const VOTERS = 50;

/** An idea with all that its page shows. */
export async function talkOf(db: Reader, viewer: Viewer, subject: LoadedIdea, part: TalkPart): Promise<IdeaWithTalk> {
  const { facts } = subject;
  const [beside, window] = await Promise.all([
    besideIdea(db, viewer, subject, { after: part.votersAfter, take: VOTERS }),
    windowOf(db, viewer, readOf(subject), part, mayDoOnBoard(viewer, facts.board)),
  ]);
  return { idea: subject, ...beside, window };
}
