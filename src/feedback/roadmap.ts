import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Viewer } from "@/platform/access/viewer";
import { daysAfter, now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { conversation } from "@/posts/schema";
import { ideasVisibleTo } from "./policy";
import { board, idea } from "./schema";
import { ROADMAP_COLUMNS, type RoadmapColumn, SHIPPED_LATELY_DAYS } from "./shape";
import type { RoadmapColumnView, RoadmapIdea } from "./views";

/** How many ideas a column shows. What is further down stands on the boards. */
const COLUMN_MAX = 20;

/** When an idea was last moved to where it stands now. */
const shippedAt = sql<Date>`(select max(m.moved_at) from idea_move m
  where m.idea_id = ${idea.id} and m.to_status = 'shipped')`;

async function column(db: Reader, viewer: Viewer, status: RoadmapColumn): Promise<RoadmapColumnView> {
  const isShipped = status === "shipped";
  const lately = daysAfter(now(), -SHIPPED_LATELY_DAYS).toISOString();
  const rows: RoadmapIdea[] = await db
    .select({
      id: idea.id,
      title: conversation.title,
      board: { slug: board.slug, name: board.name },
      status: idea.status,
      promisedFor: idea.promisedFor,
      voteCount: idea.voteCount,
    })
    .from(idea)
    .innerJoin(conversation, eq(conversation.id, idea.id))
    .innerJoin(board, eq(board.id, idea.boardId))
    .where(
      and(
        eq(idea.status, status),
        ideasVisibleTo(viewer),
        isNull(board.archivedAt),
        isShipped ? sql`${shippedAt} >= ${lately}::timestamptz` : undefined,
      ),
    )
    .orderBy(isShipped ? desc(shippedAt) : desc(idea.voteCount), desc(idea.id))
    .limit(COLUMN_MAX + 1);
  return { status, ideas: rows.slice(0, COLUMN_MAX), more: rows.length > COLUMN_MAX };
}

/**
 * The ideas that the team has answered with a yes or a perhaps, by where they stand: the most wanted first, the shipped
 * ones of the last 90 days with the latest first. Only from boards that the viewer sees.
 */
export function roadmapFor(db: Reader, viewer: Viewer): Promise<RoadmapColumnView[]> {
  return Promise.all(ROADMAP_COLUMNS.map((status) => column(db, viewer, status)));
}
