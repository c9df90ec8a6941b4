import { eq } from "drizzle-orm";
import { now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { MINUTE } from "@/platform/durations";
import type { Id } from "@/platform/ids";
import { flipHold } from "./schema";

/** How long the letters of a flip wait, and with them the way back as if nothing had happened. */
export const HOLD_MS = 15 * MINUTE;

/** Begins to hold back the letters of a flip that was just taken. */
export async function beginHold(tx: Tx, flip: { id: Id<"flip">; at: Date; sinceBefore: Date }): Promise<void> {
  const until = new Date(flip.at.getTime() + HOLD_MS);
  await tx.insert(flipHold).values({ flipId: flip.id, until, sinceBefore: flip.sinceBefore });
}

/** When the letters of a flip may leave; null when it was taken back. */
export async function heldUntil(tx: Tx, flipId: Id<"flip">): Promise<Date | null> {
  const [hold] = await tx.select().from(flipHold).where(eq(flipHold.flipId, flipId));
  if (hold === undefined) return now();
  return hold.undoneAt === null ? hold.until : null;
}

/**
 * Asks whether what a flip holds back may leave now. The first that may closes the way back; whoever takes the flip
 * back at that moment waits for this transaction, and finds the way closed.
 * @returns `go`, `undone`, or the moment until which to wait
 */
export async function letGo(tx: Tx, flipId: Id<"flip">): Promise<"go" | "undone" | Date> {
  const [hold] = await tx.select().from(flipHold).where(eq(flipHold.flipId, flipId)).for("update");
  if (hold === undefined || hold.letGoAt !== null) return "go";
  if (hold.undoneAt !== null) return "undone";
  if (now() < hold.until) return hold.until;
  await tx.update(flipHold).set({ letGoAt: now() }).where(eq(flipHold.flipId, flipId));
  return "go";
}
