import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { type Cause, record } from "@/platform/events/event";
import { type Id, newId } from "@/platform/ids";
import { stageFlipped } from "@/stages/events";
import { launchState } from "@/stages/schema";
import type { Stage } from "@/stages/shape";
import { demandGates, demandReason } from "../demands";
import { effectOf, inShort, keepChanges, type Move } from "../effect";
import { gateRecords, gatesFor } from "../gates";
import { beginHold } from "../hold";
import { demandPresent } from "../meanwhile";
import { closeOvertaken } from "../plans/close";
import { openForTheLost } from "../reopen";
import { type FlipEffect, flip } from "../schema";
import type { FlipInput } from "../shape";
import { lockState } from "../state";

type Planned = {
  readonly by: Id<"person"> | null;
  readonly approvedBy: Id<"person"> | null;
  /** What the override was written for. */
  readonly overrides: readonly string[];
  readonly plan: Id<"flip-plan">;
};
export type Flipped = { id: Id<"flip">; from: Stage; to: Stage; version: number; effect: FlipEffect };

/**
 * Moves the launch to another stage and writes down who did it, why, what the gates said and what it changed. Nobody
 * is let in or out by name here: from the next request on, everybody's entry is computed from the new stage; whom a step
 * back puts outside waits again where they had asked.
 * @param planned when a plan is carried out: in whose name, who agreed, and which plan; a step by hand ends the open one
 * @throws Refusal `conflict` when another flip came first, the audience was changed or the stage is the current one; `invalid` without the reason
 *   that a step back or a skip needs; `not-yet` when a gate does not hold and no override is given for it; `not-allowed` when it needs a second admin and has none
 */
export async function flipStage(cause: Cause, input: FlipInput, planned?: Planned): Promise<Flipped> {
  const { tx } = cause;
  const state = await lockState(tx);
  const { by, approvedBy, plan } = planned ?? { by: cause.actor, approvedBy: null, plan: null };
  await demandPresent(tx, state, input.version);
  if (state.twoAdmins && approvedBy === null) throw new Refusal("not-allowed", "flipNeedsSecond");
  const move: Move = { from: state.stage, to: input.to, audience: state.audience, at: now() };
  demandReason(move, input.reason);
  const gates = await gatesFor(tx, move);
  demandGates(gates, input.override, planned?.overrides);
  const effect = inShort(await effectOf(tx, move));
  const version = state.version + 1;
  const id = newId<"flip">();
  const overridden = gates !== null && !gates.ready;
  await tx.insert(flip).values({
    id,
    fromStage: move.from,
    toStage: move.to,
    version,
    flippedBy: by,
    approvedBy,
    flippedAt: move.at,
    reason: input.reason,
    overridden,
    overrideReason: overridden ? input.override : "",
    ruleVersion: gates?.ruleVersion ?? "",
    gates: gateRecords(gates),
    effect,
  });
  await keepChanges(tx, id, move, by);
  await openForTheLost(tx, id);
  await beginHold(tx, { id, at: move.at, sinceBefore: state.since });
  await tx.update(launchState).set({ stage: move.to, version, since: move.at });
  if (plan === null) await closeOvertaken(cause);
  await record(cause, stageFlipped, id, { from: move.from, to: move.to, version });
  return { id, from: move.from, to: move.to, version, effect };
}
