import { and, asc, eq, isNull, lte, sql } from "drizzle-orm";
import { daysAfter, now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { record } from "@/platform/events/event";
import { overrideReviewed } from "./events";
import { gatesFor } from "./gates";
import { flip, flipHold, flipReview } from "./schema";

/** After so many days one looks what became of gates that were opened against. */
const REVIEW_DAYS = 28;
/** So many flips are looked at in one night; whichever are left are next night's. */
const A_NIGHT = 5;

/**
 * Looks at flips that were taken although a gate did not hold, four weeks later: what those gates say by then, asked as
 * they were asked at the flip. Each flip once; one that was taken back, or went back, is none of them.
 */
export async function lookBack(tx: Tx): Promise<void> {
  const due = await tx
    .select({ id: flip.id, from: flip.fromStage, to: flip.toStage, at: flip.flippedAt, gates: flip.gates })
    .from(flip)
    .leftJoin(flipReview, eq(flipReview.flipId, flip.id))
    .leftJoin(flipHold, eq(flipHold.flipId, flip.id))
    .where(
      and(
        eq(flip.overridden, true),
        isNull(flip.undoes),
        isNull(flipHold.undoneAt),
        isNull(flipReview.flipId),
        lte(flip.flippedAt, daysAfter(now(), -REVIEW_DAYS)),
        sql`${flip.flippedAt} > ${daysAfter(now(), -2 * REVIEW_DAYS).toISOString()}::timestamptz`,
      ),
    )
    .orderBy(asc(flip.version))
    .limit(A_NIGHT);
  for (const one of due) {
    const asked = await gatesFor(tx, { from: one.from, to: one.to, at: now() }, one.at);
    const failed = new Set(
      one.gates.filter(({ role, verdict }) => role !== "info" && verdict !== "pass").map(({ key }) => key),
    );
    const gates = (asked?.gates ?? [])
      .filter(({ key }) => failed.has(key))
      .map(({ key, verdict, sentence }) => ({ key, holds: verdict === "pass", sentence }));
    const [kept] = await tx
      .insert(flipReview)
      .values({ flipId: one.id, gates, reviewedAt: now() })
      .onConflictDoNothing()
      .returning({ flipId: flipReview.flipId });
    if (kept !== undefined)
      await record({ tx, actor: null, requestId: "night" }, overrideReviewed, one.id, {
        holding: gates.filter(({ holds }) => holds).length,
        of: gates.length,
      });
  }
}
