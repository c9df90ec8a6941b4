import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, momentKey, type Page, type PageInput } from "@/platform/database/page";
import { conversation } from "@/posts/schema";
import type { ConversationId } from "@/posts/shape";
import { ideasVisibleTo } from "./policy";
import { board, idea } from "./schema";
import type { IdeaStatus } from "./shape";
import { workingDaysBetween, workingDaysIn } from "./working-days";

/** An idea that has waited for an answer for longer than its board promises. */
export type WaitingIdea = {
  id: ConversationId;
  title: string;
  board: { slug: string; name: string };
  status: IdeaStatus;
  voteCount: number;
  waitingSince: Date;
  /** How many working days it has waited, and how many were promised. */
  days: number;
  answerDays: number;
};

/**
 * The ideas that wait for longer than their board promises, on every board that the viewer sees: the longest wait first.
 * What is under review waits as well; what was archived waits no more.
 */
export async function ideasWaitingTooLong(db: Reader, viewer: Viewer, page: PageInput): Promise<Page<WaitingIdea>> {
  const present = now();
  const since = sql<Date>`${idea.waitingSince}`.mapWith(idea.waitingSince);
  const promised = sql<number>`${board.answerDays}`;
  const key = decodeKey(page.after, momentKey);
  const rows = await db
    .select({
      id: idea.id,
      title: conversation.title,
      board: { slug: board.slug, name: board.name },
      status: idea.status,
      voteCount: idea.voteCount,
      waitingSince: since,
      answerDays: promised,
    })
    .from(idea)
    .innerJoin(conversation, eq(conversation.id, idea.id))
    .innerJoin(board, eq(board.id, idea.boardId))
    .where(
      and(
        ideasVisibleTo(viewer),
        isNull(board.archivedAt),
        isNotNull(idea.waitingSince),
        sql`${workingDaysIn(sql`${idea.waitingSince}`, sql`${present.toISOString()}::timestamptz`)} > ${board.answerDays}`,
        key === null ? undefined : sql`(${idea.waitingSince}, ${idea.id}) > (${key[0]}::timestamptz, ${key[1]}::uuid)`,
      ),
    )
    .orderBy(idea.waitingSince, idea.id)
    .limit(page.take + 1);
  const { items, next } = cut(rows, page.take, (row) => [row.waitingSince.toISOString(), row.id]);
  return { items: items.map((row) => ({ ...row, days: workingDaysBetween(row.waitingSince, present) })), next };
}
