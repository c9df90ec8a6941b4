import { and, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { person } from "@/members/schema";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { conversation } from "@/posts/schema";
import { conversationId } from "@/posts/shape";
import { ideasVisibleTo } from "../policy";
import { board, idea, ideaMove } from "../schema";
import { type BoardId, ideaStatus } from "../shape";

/** How many entries a feed has: readers ask often, and keep what they have read. */
export const FEED_ENTRIES = 40;

/** One entry of a board's feed: an idea that is new, or an answer to one. */
export const feedEntry = z.object({
  id: z.uuid(),
  idea: conversationId,
  title: z.string(),
  /** Where the answer says that the idea stands; null for a new idea. */
  status: ideaStatus.nullable(),
  html: z.string(),
  by: z.string(),
  at: z.date(),
});
export type FeedEntry = z.output<typeof feedEntry>;

/** What is new on a board, the latest first. The caller has checked that the viewer sees the board. */
export async function entriesOf(db: Reader, viewer: Viewer, on: BoardId): Promise<FeedEntry[]> {
  const here = and(eq(idea.boardId, on), ideasVisibleTo(viewer));
  const ideas = db
    .select({
      id: sql<string>`${idea.id}`.as("id"),
      idea: sql<FeedEntry["idea"]>`${idea.id}`.as("idea"),
      title: conversation.title,
      status: sql<FeedEntry["status"]>`null::text`.as("status"),
      html: sql<string>`${conversation.bodyHtml}`.as("html"),
      by: person.displayName,
      at: sql<Date>`${idea.createdAt}`.mapWith(idea.createdAt).as("at"),
    })
    .from(idea)
    .innerJoin(board, eq(board.id, idea.boardId))
    .innerJoin(conversation, eq(conversation.id, idea.id))
    .innerJoin(person, eq(person.id, conversation.authorId))
    .where(here)
    .orderBy(desc(idea.createdAt), desc(idea.id))
    .limit(FEED_ENTRIES);
  const answers = db
    .select({
      id: sql<string>`${ideaMove.id}`.as("id"),
      idea: sql<FeedEntry["idea"]>`${idea.id}`.as("idea"),
      title: conversation.title,
      status: sql<FeedEntry["status"]>`${ideaMove.toStatus}`.as("status"),
      html: sql<string>`${ideaMove.noteHtml}`.as("html"),
      by: person.displayName,
      at: sql<Date>`${ideaMove.movedAt}`.mapWith(idea.createdAt).as("at"),
    })
    .from(ideaMove)
    .innerJoin(idea, eq(idea.id, ideaMove.ideaId))
    .innerJoin(board, eq(board.id, idea.boardId))
    .innerJoin(conversation, eq(conversation.id, idea.id))
    .innerJoin(person, eq(person.id, ideaMove.movedBy))
    .where(here)
    .orderBy(desc(ideaMove.movedAt), desc(ideaMove.id))
    .limit(FEED_ENTRIES);
  const [told, answered] = await Promise.all([ideas, answers]);
  return [...told, ...answered].sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, FEED_ENTRIES);
}
