import { isNotNull } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { paceSet, pauseLifted } from "../events";
import { RULE_SUBJECT } from "../gate";
import { waveRule } from "../schema";

/**
 * Lets waves go on although newcomers go unanswered. It holds until they are answered and then go unanswered anew.
 * @throws Refusal `conflict` when waves are not paused
 */
export async function liftPause(act: Act, reason: string): Promise<void> {
  const [row] = await act.tx
    .update(waveRule)
    .set({ liftedAt: now(), liftedBy: act.actor, liftReason: reason })
    .where(isNotNull(waveRule.pausedAt))
    .returning({ only: waveRule.only });
  if (row === undefined) throw new Refusal("conflict", "waveNotPaused");
  await record(act, pauseLifted, RULE_SUBJECT, { reason });
}

/** Says how many newcomers a day come at most; null leaves it to what the hosts answered. */
export async function setPace(act: Act, perDay: number | null): Promise<void> {
  await act.tx.insert(waveRule).values({ perDay }).onConflictDoUpdate({ target: waveRule.only, set: { perDay } });
  await record(act, paceSet, RULE_SUBJECT, { perDay });
}
