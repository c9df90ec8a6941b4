import { sql } from "drizzle-orm";
import type { PersonId } from "@/members/shape";
import { daysAfter, now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { AWAY_DAYS, NEWCOMER_DAYS } from "../shape";

/**
 * Writes down that a person was here. Who comes for the first time, or back after a long time, begins with nothing
 * unread, and home tells them what they missed.
 */
export async function noteVisit(tx: Tx, who: PersonId): Promise<void> {
  const at = now();
  const [moment, away, news] = [at, daysAfter(at, -AWAY_DAYS), daysAfter(at, -NEWCOMER_DAYS)].map((one) =>
    one.toISOString(),
  );
  const isBack = sql`l.here_at < ${away}::timestamptz`;
  await tx.execute(sql`
    insert into reading_line as l (person_id, drawn_at, here_at, missed_since)
    values (${who}, ${moment}::timestamptz, ${moment}::timestamptz, ${news}::timestamptz)
    on conflict (person_id) do update set here_at = excluded.here_at,
      drawn_before = case when ${isBack} then null else l.drawn_before end,
      drawn_at = case when ${isBack} then excluded.drawn_at else l.drawn_at end,
      missed_since = case when ${isBack} then l.here_at else l.missed_since end`);
}
