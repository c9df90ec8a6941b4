import { desc, type SQL, sql } from "drizzle-orm";
import { idea } from "../schema";
import type { IdeaStatus } from "../shape";
import { roadmapPlace } from "./schema";

/** When an idea was last moved to where it stands now. */
export const shippedAt = sql<Date>`(select max(m.moved_at) from idea_move m
  where m.idea_id = ${idea.id} and m.to_status = 'shipped')`;

/** The order of a column of the roadmap: as the hosts put it, then the most wanted, of the shipped ones the latest first. */
export function byPlace(status: IdeaStatus): SQL[] {
  const rest = status === "shipped" ? desc(shippedAt) : desc(idea.voteCount);
  return [sql`${roadmapPlace.place} asc nulls last`, rest, desc(idea.id)];
}
