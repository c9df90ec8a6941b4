import { eq } from "drizzle-orm";
import { now } from "@/platform/clock";
import { transaction } from "@/platform/database/client";
import { isRefusal } from "@/platform/errors";
import { type Cause, record } from "@/platform/events/event";
import { enqueue } from "@/platform/jobs/boss";
import { lockState } from "../state";
import { lockPlan } from "./actions/approve-plan";
import { carryOut, type Plan } from "./actions/carry-out";
import { closeExpired, closePlans } from "./close";
import { planClosed } from "./events";
import { demandPlanner } from "./planner";
import { plans } from "./queue";
import { flipPlan } from "./schema";
import { PLAN_LATE_MS } from "./shape";

/**
 * Does the work of the queue `flip-plan`: carries a plan out at its moment, once, however many workers ask. When what it
 * was decided on holds no more it is refused, and whoever planned it is told what changed. One whose moment went by long
 * ago, as after a standstill, asks first.
 */
export async function attendPlan(data: unknown): Promise<void> {
  const { plan: id } = plans.shape.parse(data);
  await transaction(async (tx) => {
    await lockState(tx);
    const plan = await lockPlan(tx, id).catch(() => null);
    if (plan === null) return;
    const cause: Cause = { tx, actor: null, requestId: `plan ${id}` };
    if (plan.state === "proposed") await closeExpired(cause);
    if (plan.state !== "planned" || plan.dueAt === null) return;
    const lateness = now().getTime() - plan.dueAt.getTime();
    if (lateness < 0) return enqueue(tx, plans, { plan: id }, plan.dueAt);
    if (lateness > PLAN_LATE_MS) return askFirst(cause, plan);
    await carryOutOrSay(cause, plan);
  });
}

async function askFirst(cause: Cause, { id }: Plan): Promise<void> {
  await cause.tx.update(flipPlan).set({ state: "late" }).where(eq(flipPlan.id, id));
  await record(cause, planClosed, id, { state: "late" });
}

async function carryOutOrSay(cause: Cause, plan: Plan): Promise<void> {
  try {
    await demandPlanner(cause.tx, plan, "planNobody");
    await carryOut(cause, plan);
  } catch (error) {
    // A flip refuses before it writes anything, so this transaction can still say so.
    if (!isRefusal(error)) throw error;
    const outcome = { key: error.key, values: { ...error.values } };
    await closePlans(cause, eq(flipPlan.id, plan.id), "refused", outcome);
  }
}
