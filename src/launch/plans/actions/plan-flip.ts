import { eq, inArray } from "drizzle-orm";
import { person } from "@/members/schema";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import { enqueue } from "@/platform/jobs/boss";
import { insteadOf, momentsOf } from "@/platform/wall-time";
import { demandGates, demandReason } from "../../demands";
import { gatesFor } from "../../gates";
import { demandPresent } from "../../meanwhile";
import { lockState } from "../../state";
import { closeExpired } from "../close";
import { flipPlanned } from "../events";
import { plans } from "../queue";
import { flipPlan } from "../schema";
import { OPEN_STATES, PLAN_AHEAD_MS, type PlanId, type PlanInput, PROPOSAL_MS } from "../shape";

/**
 * Plans a flip for a moment. Where every step needs a second admin, it is proposed to one first; then it may also be
 * without a moment, for as soon as they agree.
 * @throws Refusal as a flip would now; `conflict` while another plan is open; `invalid` for a moment that the clocks do
 *   not show, that is over or too far ahead
 */
export async function planFlip(act: Act, input: PlanInput): Promise<PlanId> {
  const { tx } = act;
  const state = await lockState(tx);
  await demandPresent(tx, state, input.version);
  const at = now();
  const move = { from: state.stage, to: input.to, at };
  demandReason(move, input.reason);
  const dueAt = momentOf(input, at, state.twoAdmins);
  const gates = await gatesFor(tx, move);
  demandGates(gates, input.override);
  await closeExpired(act);
  await demandNoOther(tx);
  const id = newId<"flip-plan">();
  const { to: toStage, version, reason, override, zone: timeZone } = input;
  const overrides = override === "" ? [] : (gates?.blocking ?? []).map(({ key }) => key);
  const decided = { toStage, version, reason, override, overrides, dueAt, timeZone, needsSecond: state.twoAdmins };
  const begins = state.twoAdmins ? ("proposed" as const) : ("planned" as const);
  await tx.insert(flipPlan).values({ id, ...decided, proposedBy: act.actor, proposedAt: at, state: begins });
  const looked = begins === "planned" && dueAt !== null ? dueAt : new Date(at.getTime() + PROPOSAL_MS);
  await enqueue(tx, plans, { plan: id }, looked);
  const told = { to: toStage, dueAt: dueAt?.toISOString() ?? null, needsSecond: state.twoAdmins };
  await record(act, flipPlanned, id, told);
  return id;
}

/** The moment that the admin means, by the clocks of the zone that they name. */
function momentOf(input: PlanInput, at: Date, mayWait: boolean): Date | null {
  const { day, time, zone } = input;
  if (day === "" && time === "" && mayWait) return null;
  if (day === "") throw new Refusal("invalid", "planNeedsMoment", {}, { day: ["field.required"] });
  if (time === "") throw new Refusal("invalid", "planNeedsMoment", {}, { time: ["field.required"] });
  const moments = momentsOf({ day, time }, zone);
  const due = input.twice === "later" ? moments.at(-1) : moments[0];
  if (due === undefined) {
    const values = { time, zone, next: insteadOf({ day, time }, zone).time };
    throw new Refusal("invalid", "planSkipped", values, { time: ["planSkippedShort"] });
  }
  if (due <= at) throw new Refusal("invalid", "planOver", {}, { day: ["planOverShort"] });
  if (due.getTime() - at.getTime() > PLAN_AHEAD_MS)
    throw new Refusal("invalid", "planFar", {}, { day: ["planFarShort"] });
  return due;
}

async function demandNoOther(tx: Tx): Promise<void> {
  const [other] = await tx
    .select({ stage: flipPlan.toStage, name: person.displayName })
    .from(flipPlan)
    .leftJoin(person, eq(person.id, flipPlan.proposedBy))
    .where(inArray(flipPlan.state, OPEN_STATES));
  if (other !== undefined)
    throw new Refusal("conflict", "planOpen", { stage: other.stage, name: other.name ?? "Levain" });
}
