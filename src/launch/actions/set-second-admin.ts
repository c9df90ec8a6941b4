import { eq } from "drizzle-orm";
import { adminsLeft } from "@/members/actions/set-role";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { launchState } from "@/stages/schema";
import { closeExpired } from "../plans/close";
import { secondAdminOffAsked, secondAdminSet } from "../plans/events";
import { flipPlan } from "../plans/schema";
import { SECOND_SUBJECT, secondOffNow } from "../plans/second";
import { lockState } from "../state";

/**
 * Decides whether every flip needs a second admin. One alone may ask for that; that one be enough again is a step like
 * those that it frees: one admin asks, and another one agrees by asking for the same.
 * @returns whether it waits for another admin now
 * @throws Refusal `conflict` when there is only one admin, a proposal waits that switching it off would leave without
 *   its second voice, or one has asked already and nobody else agreed
 */
export async function setSecondAdmin(act: Act, on: boolean): Promise<{ waits: boolean }> {
  const { tx } = act;
  const state = await lockState(tx);
  if (on) await switchOn(act, state.twoAdmins);
  else if (state.twoAdmins) return { waits: !(await switchOff(act)) };
  return { waits: false };
}

/** The same word while it is on ends another admin's wish, and is nothing new without one. */
async function switchOn(act: Act, wasOn: boolean): Promise<void> {
  if (wasOn && (await secondOffNow(act.tx, now())) === null) return;
  if ((await adminsLeft(act.tx)) < 2) throw new Refusal("conflict", "secondAdminAlone");
  await act.tx.update(launchState).set({ twoAdmins: true });
  await record(act, secondAdminSet, SECOND_SUBJECT, { on: true });
}

/** @returns false when it was asked for and waits */
async function switchOff(act: Act): Promise<boolean> {
  await closeExpired(act);
  const [proposal] = await act.tx
    .select({ id: flipPlan.id })
    .from(flipPlan)
    .where(eq(flipPlan.state, "proposed"))
    .limit(1);
  if (proposal !== undefined) throw new Refusal("conflict", "secondAdminWaits");
  const wish = await secondOffNow(act.tx, now());
  if (wish === null) {
    await record(act, secondAdminOffAsked, SECOND_SUBJECT, {});
    return false;
  }
  if (wish.by.id === act.actor) throw new Refusal("conflict", "secondAdminOwn");
  await act.tx.update(launchState).set({ twoAdmins: false });
  await record(act, secondAdminSet, SECOND_SUBJECT, { on: false });
  return true;
}
