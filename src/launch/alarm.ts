import { and, eq, isNull } from "drizzle-orm";
import { now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import { fallenGates } from "@/readiness/alarm";
import type { GateRecord } from "@/readiness/record";
import { isStep } from "@/readiness/rules";
import { GATE_KEYS, type GateKey } from "@/readiness/shape";
import { gatesFell } from "./events";
import { lastStanding } from "./history";
import { gateAlarm } from "./schema";
import { stepKind, stepTo } from "./step";

/**
 * Looks whether the core gates that held at the last flip still do. Those that failed at half their threshold three
 * weeks in a row raise the alarm, which is told once; it ends by itself when none of them fails so any more. It
 * suggests to freeze invitations and to care first, and closes nothing.
 */
export async function watchGates(tx: Tx): Promise<void> {
  const at = now();
  const last = await lastStanding(tx);
  if (last === undefined) return;
  const step = stepTo(last.toStage);
  const isUp = stepKind(last.fromStage, last.toStage) !== "back" && isStep(step);
  const asked = { at, takenAt: last.flippedAt, keys: heldThen(last.gates) };
  const fallen = isUp ? await fallenGates(tx, { ...asked, step }) : [];
  if (fallen.length === 0) {
    await tx.update(gateAlarm).set({ closedAt: at }).where(isNull(gateAlarm.closedAt));
    return;
  }
  const id = newId<"gate-alarm">();
  const [raised] = await tx
    .insert(gateAlarm)
    .values({ id, flipId: last.id, gates: fallen, raisedAt: at })
    .onConflictDoNothing()
    .returning({ id: gateAlarm.id });
  if (raised !== undefined) {
    await record({ tx, actor: null, requestId: "night" }, gatesFell, id, { gates: fallen });
    return;
  }
  const isOpen = and(eq(gateAlarm.flipId, last.id), isNull(gateAlarm.closedAt));
  await tx.update(gateAlarm).set({ gates: fallen }).where(isOpen);
}

function heldThen(gates: readonly GateRecord[]): GateKey[] {
  return GATE_KEYS.filter((key) =>
    gates.some((gate) => gate.key === key && gate.role === "core" && gate.verdict === "pass"),
  );
}
