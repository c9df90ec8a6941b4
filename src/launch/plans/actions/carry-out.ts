import { eq } from "drizzle-orm";
import { now } from "@/platform/clock";
import type { Cause } from "@/platform/events/event";
import { type Flipped, flipStage } from "../../actions/flip-stage";
import { flipPlan } from "../schema";

export type Plan = typeof flipPlan.$inferSelect;

/**
 * Takes the step that a plan decided, in the name of whoever planned it, with every check of a flip made anew. An override
 * is good for what stood in the way when it was written.
 * @throws Refusal as a flip does, before anything is written
 */
export async function carryOut(cause: Cause, plan: Plan): Promise<Flipped> {
  const { toStage: to, version, reason, override } = plan;
  const input = { to, version, reason, override };
  const { proposedBy: by, approvedBy, overrides } = plan;
  const done = await flipStage(cause, input, { by, approvedBy, overrides, plan: plan.id });
  await cause.tx
    .update(flipPlan)
    .set({ state: "done", closedAt: now(), flipId: done.id })
    .where(eq(flipPlan.id, plan.id));
  return done;
}
