import { and, eq, inArray, lte, type SQL } from "drizzle-orm";
import { now } from "@/platform/clock";
import { type Cause, record } from "@/platform/events/event";
import { planClosed } from "./events";
import { flipPlan, type PlanOutcome } from "./schema";
import { OPEN_STATES, PROPOSAL_MS } from "./shape";

/**
 * Ends plans without a flip, for a reason that whoever planned them reads.
 * @param which a condition on `flip_plan`
 */
export async function closePlans(
  cause: Cause,
  which: SQL | undefined,
  state: "refused" | "cancelled" | "expired",
  outcome: PlanOutcome,
): Promise<number> {
  const closed = await cause.tx
    .update(flipPlan)
    .set({ state, closedAt: now(), outcome })
    .where(and(inArray(flipPlan.state, OPEN_STATES), which))
    .returning({ id: flipPlan.id });
  for (const { id } of closed) await record(cause, planClosed, id, { state });
  return closed.length;
}

/** Ends what nobody agreed to in time. */
export function closeExpired(cause: Cause): Promise<number> {
  const before = new Date(now().getTime() - PROPOSAL_MS);
  const which = and(eq(flipPlan.state, "proposed"), lte(flipPlan.proposedAt, before));
  return closePlans(cause, which, "expired", { key: "planExpired", values: {} });
}

/** A step that was taken by hand: what was planned on the picture of before ends with it. */
export async function closeOvertaken(cause: Cause): Promise<void> {
  await closePlans(cause, undefined, "cancelled", { key: "planOvertaken", values: {} });
}
