import { sql } from "drizzle-orm";
import { now } from "@/platform/clock";
import type { Reader, Tx } from "@/platform/database/client";
import { DAY } from "@/platform/durations";
import { readinessAt } from "./queries";
import { gateRecord } from "./record";
import { readinessDay } from "./schema";
import type { PastView } from "./views";

/** How far back the small curves of the launch room reach. */
const SHOWN_DAYS = 182;

/**
 * Keeps what the gates say at the first moment of the present day (UTC). A day that is kept stays as it is, however
 * often this runs; `readiness --at` the same moment computes it again from what happened.
 */
export async function keepDay(tx: Tx): Promise<void> {
  const at = new Date(Math.floor(now().getTime() / DAY) * DAY);
  const day = at.toISOString().slice(0, 10);
  const { stage, ruleVersion, ready, gates } = await readinessAt(tx, { at });
  await tx
    .insert(readinessDay)
    .values({ day, at, stage, ruleVersion, ready, gates: gates.map(gateRecord) })
    .onConflictDoNothing();
}

/**
 * The first figure of each gate over the last half year: of the latest day that is kept and each a week before it,
 * oldest first. Days without a figure leave none.
 */
export async function pastAt(db: Reader, at: Date): Promise<PastView> {
  const first = new Date(at.getTime() - SHOWN_DAYS * DAY).toISOString().slice(0, 10);
  const rows = await db.execute<PastView[number]>(sql`
    select gate->>'key' as key, jsonb_agg(gate->'value' order by ${readinessDay.day}) as values
    from ${readinessDay} cross join lateral jsonb_array_elements(${readinessDay.gates}) gate
    where ${readinessDay.day} >= ${first}::date and jsonb_typeof(gate->'value') = 'number'
      and ((select max(latest.day) from ${readinessDay} latest) - ${readinessDay.day}) % 7 = 0
    group by 1 order by 1`);
  return [...rows];
}
