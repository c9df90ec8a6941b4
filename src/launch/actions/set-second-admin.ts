import { eq } from "drizzle-orm";
import { adminsLeft } from "@/members/actions/set-role";
import type { Act } from "@/platform/access/procedure";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { launchState } from "@/stages/schema";
import { closeExpired } from "../plans/close";
import { secondAdminSet } from "../plans/events";
import { flipPlan } from "../plans/schema";
import { lockState } from "../state";

/**
 * Decides whether every flip needs a second admin.
 * @throws Refusal `conflict` when there is only one admin, or a proposal waits that switching it off would leave without
 *   its second voice
 */
export async function setSecondAdmin(act: Act, on: boolean): Promise<void> {
  const { tx } = act;
  const state = await lockState(tx);
  if (state.twoAdmins === on) return;
  if (on && (await adminsLeft(tx)) < 2) throw new Refusal("conflict", "secondAdminAlone");
  if (!on) {
    await closeExpired(act);
    const [waits] = await tx.select({ id: flipPlan.id }).from(flipPlan).where(eq(flipPlan.state, "proposed")).limit(1);
    if (waits !== undefined) throw new Refusal("conflict", "secondAdminWaits");
  }
  await tx.update(launchState).set({ twoAdmins: on });
  await record(act, secondAdminSet, "setting", { on });
}
