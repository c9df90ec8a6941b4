import { eq } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { Refusal } from "@/platform/errors";
import { lockState } from "../../state";
import { closePlans } from "../close";
import { flipPlan } from "../schema";
import type { PlanId } from "../shape";

/**
 * Takes a plan back before it is carried out. Any admin may.
 * @throws Refusal `conflict` when it is carried out or ended already
 */
export async function cancelPlan(act: Act, id: PlanId): Promise<void> {
  await lockState(act.tx);
  const closed = await closePlans(act, eq(flipPlan.id, id), "cancelled", { key: "planCancelled", values: {} });
  if (closed === 0) throw new Refusal("conflict", "planClosed");
}
