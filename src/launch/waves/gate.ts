import { sql } from "drizzle-orm";
import { z } from "zod";
import { now } from "@/platform/clock";
import { type Tx, transaction } from "@/platform/database/client";
import { record } from "@/platform/events/event";
import { queue } from "@/platform/jobs/boss";
import { readinessAt } from "@/readiness/queries";
import { wavesPaused, wavesResumed } from "./events";
import { waveRule } from "./schema";

export const waveGate = queue("wave-gate", z.unknown());

/** Once an hour: whoever came this morning is answered, or is not, by the afternoon. */
export const GATE_CRON = "41 * * * *";

/** What an event of the one rule is about. */
export const RULE_SUBJECT = "only";

/** Reads whether newcomers are answered (gate L6), by the clock. */
export async function readGateNow(): Promise<void> {
  await transaction((tx) => readGate(tx));
}

/**
 * Keeps what the gate of newcomers says. Waves stop when it fails and go on when it no longer does; too few newcomers to
 * tell is no failure. A pause that an admin lifted stays lifted until then.
 */
export async function readGate(tx: Tx): Promise<void> {
  const at = now();
  const { gates } = await readinessAt(tx, { at });
  const gate = gates.find(({ key }) => key === "L6");
  const fails = gate?.verdict === "notYet";
  await tx.insert(waveRule).values({ readAt: at }).onConflictDoNothing();
  const [before] = await tx.select({ pausedAt: waveRule.pausedAt }).from(waveRule).for("update");
  const wasPaused = before?.pausedAt != null;
  const going = { pausedAt: null, sentenceEn: "", sentenceFr: "", liftedAt: null, liftedBy: null, liftReason: "" };
  await tx.update(waveRule).set({
    readAt: at,
    ...(fails
      ? {
          pausedAt: sql`coalesce(${waveRule.pausedAt}, ${at.toISOString()}::timestamptz)`,
          sentenceEn: gate.sentence.en,
          sentenceFr: gate.sentence.fr,
        }
      : going),
  });
  if (fails !== wasPaused)
    await record({ tx, actor: null, requestId: "clock" }, fails ? wavesPaused : wavesResumed, RULE_SUBJECT, {});
}
