import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { currentStage } from "@/stages/queries";
import { type Stage, stageAfter } from "@/stages/shape";
import { gatesFor } from "./gates";
import { insideAt } from "./inside";
import type { GatesView, RoomView } from "./views";

export type Summary = {
  readonly at: Date;
  readonly stage: Stage;
  readonly version: number;
  readonly since: Date;
  readonly next: Stage | null;
  readonly inside: RoomView["inside"];
  readonly gates: GatesView | null;
};

/** Where the launch stands, who is inside and what the next step asks, for whoever looks from the command line. */
export async function summaryOf(db: Reader): Promise<Summary> {
  const at = now();
  const { stage, version, since, audience } = await currentStage(db);
  const next = stageAfter(stage);
  const gates = next === null ? null : await gatesFor(db, { from: stage, to: next, at });
  return { at, stage, version, since, next, inside: await insideAt(db, { stage, audience, at }), gates };
}
