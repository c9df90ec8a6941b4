import { desc, eq } from "drizzle-orm";
import { person } from "@/members/schema";
import { now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { Refusal } from "@/platform/errors";
import { type Cause, record } from "@/platform/events/event";
import { type Id, newId } from "@/platform/ids";
import { stageFlipped } from "@/stages/events";
import { launchState } from "@/stages/schema";
import type { Stage } from "@/stages/shape";
import { effectOf, inShort, keepChanges, type Move } from "../effect";
import { gateRecords, gatesFor } from "../gates";
import { beginHold } from "../hold";
import { type FlipEffect, flip } from "../schema";
import type { FlipInput } from "../shape";
import { lockState } from "../state";
import { needsReason, stepKind } from "../step";
import type { GatesView } from "../views";

export type Flipped = { id: Id<"flip">; from: Stage; to: Stage; version: number; effect: FlipEffect };

/**
 * Moves the launch to another stage and writes down who did it, why, what the gates said and what it changed. Nobody
 * is let in or out by name here: from the next request on, everybody's entry is computed from the new stage.
 * @throws Refusal `conflict` when another flip came first or the stage is the current one; `invalid` without the reason
 *   that a step back or a skip needs; `not-yet` when a gate does not hold and no override is given
 */
export async function flipStage(cause: Cause, input: FlipInput): Promise<Flipped> {
  const { tx } = cause;
  const state = await lockState(tx);
  if (state.version !== input.version) throw await moved(tx, state.stage);
  const move: Move = { from: state.stage, to: input.to, audience: state.audience, at: now() };
  demandReason(move, input.reason);
  const gates = await gatesFor(tx, move);
  demandGates(gates, input.override);
  const effect = inShort(await effectOf(tx, move));
  const version = state.version + 1;
  const id = newId<"flip">();
  const overridden = gates !== null && !gates.ready;
  await tx.insert(flip).values({
    id,
    fromStage: move.from,
    toStage: move.to,
    version,
    flippedBy: cause.actor,
    flippedAt: move.at,
    reason: input.reason,
    overridden,
    overrideReason: overridden ? input.override : "",
    ruleVersion: gates?.ruleVersion ?? "",
    gates: gateRecords(gates),
    effect,
  });
  await keepChanges(tx, id, move, cause.actor);
  await beginHold(tx, { id, at: move.at, sinceBefore: state.since });
  await tx.update(launchState).set({ stage: move.to, version, since: move.at });
  await record(cause, stageFlipped, id, { from: move.from, to: move.to, version });
  return { id, from: move.from, to: move.to, version, effect };
}

/** Tells the admin whose picture is old what changed meanwhile. */
async function moved(tx: Tx, stage: Stage): Promise<Refusal> {
  const [last] = await tx
    .select({ name: person.displayName })
    .from(flip)
    .leftJoin(person, eq(person.id, flip.flippedBy))
    .orderBy(desc(flip.version))
    .limit(1);
  return new Refusal("conflict", "stageMoved", { stage, name: last?.name ?? "Levain" });
}

function demandReason(move: Move, reason: string): void {
  const kind = stepKind(move.from, move.to);
  if (kind === "same") throw new Refusal("conflict", "stageAlready");
  if (needsReason(kind) && reason === "")
    throw new Refusal("invalid", "flipNeedsReason", {}, { reason: ["field.required"] });
}

function demandGates(gates: GatesView | null, override: string): void {
  if (gates === null || gates.ready || override !== "") return;
  const keys = gates.blocking.map(({ key }) => key);
  const values = { gates: keys.join(", "), count: keys.length };
  throw new Refusal("not-yet", "gatesHold", values, { override: ["overrideNeeded"] });
}
