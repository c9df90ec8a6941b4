import { and, eq, isNull, sql } from "drizzle-orm";
import type { Viewer } from "@/platform/access/viewer";
import { daysAfter, now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { conversation } from "@/posts/schema";
import { byPlace, shippedAt } from "./desk/by-place";
import { roadmapPlace } from "./desk/schema";
import { ideasVisibleTo } from "./policy";
import { board, idea } from "./schema";
import { ROADMAP_COLUMNS, type RoadmapColumn, SHIPPED_LATELY_DAYS } from "./shape";
import type { RoadmapColumnView, RoadmapIdea } from "./views";

/** How many ideas a column shows. What is further down stands on the boards. */
const COLUMN_MAX = 20;

async function column(
  db: Reader,
  viewer: Viewer,
  status: RoadmapColumn,
  on: string | undefined,
): Promise<RoadmapColumnView> {
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
    .leftJoin(roadmapPlace, eq(roadmapPlace.ideaId, idea.id))
    .where(
      and(
        eq(idea.status, status),
        ideasVisibleTo(viewer),
        isNull(board.archivedAt),
        on === undefined ? undefined : eq(board.slug, on),
        isShipped ? sql`${shippedAt} >= ${lately}::timestamptz` : undefined,
      ),
    )
    .orderBy(...byPlace(status))
    .limit(COLUMN_MAX + 1);
  return { status, ideas: rows.slice(0, COLUMN_MAX), more: rows.length > COLUMN_MAX };
}

/**
 * The ideas that the team has answered with a yes or a perhaps, by where they stand: as the hosts put them in order, then
 * the most wanted first, of the shipped ones those of the last 90 days. Only from boards that the viewer sees.
 * @param on the address of the board that is asked for; all of them without one
 */
export function roadmapFor(db: Reader, viewer: Viewer, on?: string): Promise<RoadmapColumnView[]> {
  return Promise.all(ROADMAP_COLUMNS.map((status) => column(db, viewer, status, on)));
}
