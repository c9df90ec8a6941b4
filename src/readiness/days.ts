import { asc, gte } from "drizzle-orm";
import { now } from "@/platform/clock";
import type { Reader, Tx } from "@/platform/database/client";
import { DAY } from "@/platform/durations";
import { readinessAt } from "./queries";
import { type GateRecord, gateRecord } from "./record";
import { readinessDay } from "./schema";

/** A kept day: what each gate said at its first moment. */
export type KeptDay = { day: string; ruleVersion: string; ready: boolean; gates: GateRecord[] };

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

/** The days of the last half year, oldest first. */
export function keptDays(db: Reader, at: Date): Promise<KeptDay[]> {
  const first = new Date(at.getTime() - SHOWN_DAYS * DAY).toISOString().slice(0, 10);
  return db
    .select({
      day: readinessDay.day,
      ruleVersion: readinessDay.ruleVersion,
      ready: readinessDay.ready,
      gates: readinessDay.gates,
    })
    .from(readinessDay)
    .where(gte(readinessDay.day, first))
    .orderBy(asc(readinessDay.day))
    .execute();
}
