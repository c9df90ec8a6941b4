import { and, eq, lt } from "drizzle-orm";
import { now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { MINUTE } from "@/platform/durations";
import { session } from "../../schema";
import type { SessionId } from "../../shape";

/** How old the last sight of a device may be before it is written down anew. */
export const SEEN_EVERY_MS = 15 * MINUTE;

/** Writes down that a device was here. Two requests at once write once. */
export async function touchSession(tx: Tx, id: SessionId): Promise<void> {
  const stale = new Date(now().getTime() - SEEN_EVERY_MS);
  await tx
    .update(session)
    .set({ lastSeenAt: now() })
    .where(and(eq(session.id, id), lt(session.lastSeenAt, stale)));
}
