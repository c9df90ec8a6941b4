import { sql } from "drizzle-orm";
import { z } from "zod";
import { now } from "@/platform/clock";
import { type Reader, type Tx, transaction } from "@/platform/database/client";
import { record } from "@/platform/events/event";
import { queue } from "@/platform/jobs/boss";
import { readinessAt } from "@/readiness/queries";
import type { Gate } from "@/readiness/shape";
import { leaveQueueInTime } from "../vouching/queue";
import { wavesPaused, wavesResumed } from "./events";
import { waveRule } from "./schema";

export const waveGate = queue("wave-gate", z.unknown());

/** Once an hour: whoever came this morning is answered, or is not, by the afternoon. */
export const GATE_CRON = "41 * * * *";

/** What an event of the one rule is about. */
export const RULE_SUBJECT = "only";

/** Takes out of the queue who stood there by words that ran out, and reads whether newcomers are answered (gate L6). */
export async function readGateNow(): Promise<void> {
  await leaveQueueInTime();
  await transaction((tx) => readGate(tx));
}

async function newcomersAt(db: Reader, at: Date): Promise<Pick<Gate, "verdict" | "sentence"> | null> {
  const { gates } = await readinessAt(db, { at });
  return gates.find(({ key }) => key === "L6") ?? null;
}

/**
 * The same where nothing is kept of a pause: what the clock read an hour ago may no longer be so. A pause that is kept,
 * lifted or not, speaks for itself. It writes nothing.
 */
export async function unansweredSince(db: Reader): Promise<Gate["sentence"] | null> {
  const [kept] = await db.select({ pausedAt: waveRule.pausedAt }).from(waveRule);
  if (kept?.pausedAt != null) return null;
  const gate = await newcomersAt(db, now());
  return gate?.verdict === "notYet" ? gate.sentence : null;
}

/**
 * Keeps what the gate of newcomers says. Waves stop when it fails and go on when it passes. Too few newcomers to tell is
 * neither: it stops nothing, and ends no pause, in which nobody arrives who could be answered. A pause that an admin
 * lifted stays lifted until it passes.
 */
export async function readGate(tx: Tx): Promise<void> {
  const at = now();
  const gate = await newcomersAt(tx, at);
  await tx.insert(waveRule).values({ readAt: at }).onConflictDoNothing();
  const [before] = await tx.select({ pausedAt: waveRule.pausedAt }).from(waveRule).for("update");
  const wasPaused = before?.pausedAt != null;
  const going = { pausedAt: null, sentenceEn: "", sentenceFr: "", liftedAt: null, liftedBy: null, liftReason: "" };
  const told = { readAt: at };
  const cause = { tx, actor: null, requestId: "clock" };
  if (gate?.verdict === "notYet") {
    const pausedAt = sql`coalesce(${waveRule.pausedAt}, ${at.toISOString()}::timestamptz)`;
    await tx.update(waveRule).set({ ...told, pausedAt, sentenceEn: gate.sentence.en, sentenceFr: gate.sentence.fr });
    if (!wasPaused) await record(cause, wavesPaused, RULE_SUBJECT, {});
  } else if (gate?.verdict === "pass") {
    await tx.update(waveRule).set({ ...told, ...going });
    if (wasPaused) await record(cause, wavesResumed, RULE_SUBJECT, {});
  } else await tx.update(waveRule).set(told);
}
