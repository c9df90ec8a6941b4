import { eq } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { found, Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { enqueue } from "@/platform/jobs/boss";
import { demandPresent } from "../../meanwhile";
import { lockState } from "../../state";
import { planApproved } from "../events";
import { demandPlanner } from "../planner";
import { plans } from "../queue";
import { flipPlan } from "../schema";
import { type PlanId, PROPOSAL_MS } from "../shape";
import { carryOut, type Plan } from "./carry-out";

/**
 * Agrees to a flip that another admin proposed: it happens now, or waits for its moment. After its moment it does
 * neither: it asks whether to start now or to cancel.
 * @throws Refusal `conflict` when it waits for nobody any more or the stage moved; `not-allowed` for one's own,
 *   and for one of somebody who is no admin any more
 */
export async function approvePlan(act: Act, id: PlanId): Promise<{ late: boolean }> {
  const { tx } = act;
  const state = await lockState(tx);
  const plan = await lockPlan(tx, id);
  if (plan.state !== "proposed") throw new Refusal("conflict", "planClosed");
  const at = now();
  if (at.getTime() >= plan.proposedAt.getTime() + PROPOSAL_MS) throw new Refusal("conflict", "planExpired");
  if (plan.proposedBy === act.actor) throw new Refusal("not-allowed", "planOwn");
  await demandPlanner(tx, plan, "planNobodyWaits");
  await demandPresent(tx, state, plan.version);
  const late = plan.dueAt !== null && plan.dueAt <= at;
  const approved = { approvedBy: act.actor, approvedAt: at };
  await tx
    .update(flipPlan)
    .set({ ...approved, state: late ? "late" : "planned" })
    .where(eq(flipPlan.id, id));
  await record(act, planApproved, id, { late });
  if (plan.dueAt === null) await carryOut(act, { ...plan, ...approved });
  else if (!late) await enqueue(tx, plans, { plan: id }, plan.dueAt);
  return { late };
}

/**
 * Starts a plan whose moment is over, because somebody says so now.
 * @throws Refusal `conflict` for a plan that is not late, `not-allowed` for one of somebody who is no admin any more, and
 *   as a flip does
 */
export async function startPlan(act: Act, id: PlanId): Promise<void> {
  await lockState(act.tx);
  const plan = await lockPlan(act.tx, id);
  if (plan.state !== "late") throw new Refusal("conflict", "planClosed");
  await demandPlanner(act.tx, plan, "planNobodyWaits");
  await carryOut(act, plan);
}

/** A plan, for whoever is about to decide on it; always after the stage, so that nobody waits in a ring. */
export async function lockPlan(tx: Tx, id: PlanId): Promise<Plan> {
  const [plan] = await tx.select().from(flipPlan).where(eq(flipPlan.id, id)).for("update");
  return found(plan);
}
