import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/platform/database/client";
import { idea, ideaMove } from "../schema";

/**
 * The promises that stand at a moment, one row an idea: its latest answer, where that promises the thing itself by a
 * day. What was said later is left out, so the past is told as it was. Columns: `move_id`, `idea_id`, `promised_for`,
 * `moved_by`.
 */
export function standingPromises(at: Date): SQL {
  const moment = sql`${at.toISOString()}::timestamptz`;
  return sql`(select said.id as move_id, said.idea_id, said.promised_for, said.moved_by from (
      select distinct on (m.idea_id) m.id, m.idea_id, m.to_status, m.promised_for, m.moved_by from ${ideaMove} m
      where m.moved_at <= ${moment} order by m.idea_id, m.moved_at desc, m.id desc) said
    join ${idea} on ${idea.id} = said.idea_id
    where said.promised_for is not null and said.to_status in ('planned', 'in-progress', 'in-preview')
      and (${idea.removedAt} is null or ${idea.removedAt} > ${moment}))`;
}

/** The day of a moment. Days of promises are days in UTC; one is late from the day after. */
export function dayAt(at: Date): string {
  return at.toISOString().slice(0, 10);
}

/** How many promised days have passed at a moment without the thing, or another word, being there. */
export async function overduePromises(db: Reader, at: Date): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql`select count(*)::int as count
    from ${standingPromises(at)} standing where standing.promised_for < ${dayAt(at)}::date`);
  return row?.count ?? 0;
}
