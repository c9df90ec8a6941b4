import { and, asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { person } from "@/members/schema";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, momentKey, type Page } from "@/platform/database/page";
import { conversation } from "@/posts/schema";
import { conversationId } from "@/posts/shape";
import { commentCountOf, voicesOf } from "../merging/family";
import { ideasVisibleTo } from "../policy";
import { board, idea } from "../schema";
import { type BoardId, ideaStatus } from "../shape";

/** How many rows of a table are read at a time. */
const ROWS = 500;

/**
 * An idea as a row of a table: how it stands and what it weighs, together with its doubles. A double is a row of its own
 * as well, with what was given to it. Who voted is not in it.
 */
export const ideaLine = z.object({
  id: conversationId,
  title: z.string(),
  body: z.string(),
  status: ideaStatus,
  author: z.string(),
  createdAt: z.date(),
  promisedFor: z.iso.date().nullable(),
  like: z.number().int(),
  need: z.number().int(),
  blocked: z.number().int(),
  importedVotes: z.number().int(),
  comments: z.number().int(),
  answer: z.object({ note: z.string(), by: z.string(), at: z.string() }).nullable(),
});
export type IdeaLine = z.output<typeof ideaLine>;

type Votes = { like: number; need: number; blocked: number };
const votes = sql<Votes>`(select jsonb_build_object('like', count(*) filter (where v.need = 'like'),
  'need', count(*) filter (where v.need = 'need'), 'blocked', count(*) filter (where v.need = 'blocked'))
  from ${voicesOf(sql`${idea.id}`)} v)`;

const answer = sql<
  IdeaLine["answer"]
>`(select jsonb_build_object('note', m.note, 'by', p.display_name, 'at', m.moved_at)
  from idea_move m join person p on p.id = m.moved_by where m.idea_id = ${idea.id}
  order by m.moved_at desc, m.id desc limit 1)`;

/** The ideas of a board, the oldest first. The caller has checked that the viewer sees the board. */
export async function linesOf(
  db: Reader,
  viewer: Viewer,
  on: BoardId,
  after: string | undefined,
): Promise<Page<IdeaLine>> {
  const key = decodeKey(after, momentKey);
  const rows = await db
    .select({
      id: idea.id,
      title: conversation.title,
      body: conversation.body,
      status: idea.status,
      author: person.displayName,
      createdAt: idea.createdAt,
      promisedFor: idea.promisedFor,
      importedVotes: idea.importedVotes,
      comments: commentCountOf(sql`${idea.id}`),
      votes,
      answer,
    })
    .from(idea)
    .innerJoin(conversation, eq(conversation.id, idea.id))
    .innerJoin(board, eq(board.id, idea.boardId))
    .innerJoin(person, eq(person.id, conversation.authorId))
    .where(
      and(
        eq(idea.boardId, on),
        ideasVisibleTo(viewer),
        key === null ? undefined : sql`(${idea.createdAt}, ${idea.id}) > (${key[0]}::timestamptz, ${key[1]}::uuid)`,
      ),
    )
    .orderBy(asc(idea.createdAt), asc(idea.id))
    .limit(ROWS + 1);
  const { items, next } = cut(rows, ROWS, (row) => [row.createdAt.toISOString(), row.id]);
  return { items: items.map(({ votes: weight, ...row }) => ({ ...row, ...weight })), next };
}
