import { desc, eq } from "drizzle-orm";
import { person } from "@/members/schema";
import type { Tx } from "@/platform/database/client";
import { Refusal } from "@/platform/errors";
import type { Stage } from "@/stages/shape";
import type { Move } from "./effect";
import { flip } from "./schema";
import type { LaunchState } from "./state";
import { needsReason, stepKind } from "./step";
import type { GatesView } from "./views";

/**
 * Refuses what was decided on an older picture, and tells what changed meanwhile.
 * @throws Refusal `conflict`
 */
export async function demandVersion(tx: Tx, state: LaunchState, version: number): Promise<void> {
  if (state.version !== version) throw await moved(tx, state.stage);
}

async function moved(tx: Tx, stage: Stage): Promise<Refusal> {
  const [last] = await tx
    .select({ name: person.displayName })
    .from(flip)
    .leftJoin(person, eq(person.id, flip.flippedBy))
    .orderBy(desc(flip.version))
    .limit(1);
  return new Refusal("conflict", "stageMoved", { stage, name: last?.name ?? "Levain" });
}

/**
 * Refuses a step to where the launch stands, and one back or over a stage without a reason.
 * @throws Refusal `conflict` or `invalid`
 */
export function demandReason(move: Pick<Move, "from" | "to">, reason: string): void {
  const kind = stepKind(move.from, move.to);
  if (kind === "same") throw new Refusal("conflict", "stageAlready");
  if (needsReason(kind) && reason === "")
    throw new Refusal("invalid", "flipNeedsReason", {}, { reason: ["field.required"] });
}

/**
 * Refuses a step whose gates do not hold, unless somebody wrote down why to take it all the same. What was written
 * earlier was written for what stood in the way by then: something else that came since needs a word of its own.
 * @param knew the keys that the override was written for; left out when it is written now, in sight of all
 * @throws Refusal `not-yet`
 */
export function demandGates(gates: GatesView | null, override: string, knew?: readonly string[]): void {
  if (gates === null || gates.ready) return;
  const keys = gates.blocking.map(({ key }) => key);
  if (override === "") throw new Refusal("not-yet", "gatesHold", told(keys), { override: ["overrideNeeded"] });
  const since = keys.filter((key) => knew !== undefined && !covers(knew, key));
  if (since.length > 0) throw new Refusal("not-yet", "gatesSince", told(since));
}

/** That the rule has held too seldom yet is less than any gate that fails, and follows once that gate holds. */
function covers(knew: readonly string[], key: string): boolean {
  return knew.includes(key) || (key === "repeat" && knew.length > 0);
}

function told(keys: readonly string[]): { gates: string; count: number } {
  return { gates: keys.join(", "), count: keys.length };
}
