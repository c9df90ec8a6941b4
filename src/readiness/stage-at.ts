import { asc, sql } from "drizzle-orm";
import type { Reader } from "@/platform/database/client";
import { event } from "@/platform/events/schema";
import { flipUndone, stageFlipped } from "@/stages/events";
import { currentStage, type StageView } from "@/stages/queries";

type StageThen = Pick<StageView, "stage" | "audience" | "since"> & {
  /** True for a moment before anything that the ladder knows: what is read then was written elsewhere. */
  imported: boolean;
};

/**
 * Which stage it was at a moment, told by the flips since, without those that were taken back. Whom the pilot let in
 * beside the invited is read as it is now.
 */
export async function stageAt(db: Reader, at: Date): Promise<StageThen> {
  const { stage, since, audience } = await currentStage(db);
  if (at >= since) return { stage, since, audience, imported: false };
  const rows = await db
    .select({ at: event.at, payload: event.payload })
    .from(event)
    .where(
      sql`${event.name} = ${stageFlipped.name} and not exists (select 1 from ${event} undone
        where undone.subject = ${event.subject} and undone.name = ${flipUndone.name})`,
    )
    .orderBy(asc(event.at), asc(event.id));
  const flips = rows.map((row) => ({ at: row.at, ...stageFlipped.shape.parse(row.payload) }));
  const next = flips.find((flip) => flip.at > at);
  const last = flips.findLast((flip) => flip.at <= at);
  if (next === undefined || last === undefined) return { stage: next?.from ?? stage, since, audience, imported: true };
  return { stage: next.from, since: last.at, audience, imported: false };
}
