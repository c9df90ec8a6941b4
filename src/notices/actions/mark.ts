import { and, eq, isNull, lte } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { notice } from "../schema";
import type { NoticeId } from "../shape";

/** Marks one of the actor's notices as read, or brings it up again as new. */
export async function markNotice(act: Act, id: NoticeId, read: boolean): Promise<void> {
  await act.tx
    .update(notice)
    .set(read ? { readAt: now() } : { readAt: null, lastAt: now() })
    .where(and(eq(notice.id, id), eq(notice.personId, act.actor), read ? isNull(notice.readAt) : undefined));
}

/**
 * Marks as read whatever waited at a moment; what came after it still waits.
 * @returns the stamp by which `unmarkAll` finds them again
 */
export async function markAll(act: Act, until: Date): Promise<Date> {
  const stamp = now();
  await act.tx
    .update(notice)
    .set({ readAt: stamp })
    .where(and(eq(notice.personId, act.actor), isNull(notice.readAt), lte(notice.lastAt, until)));
  return stamp;
}

/** Takes a "mark all as read" back. */
export async function unmarkAll(act: Act, stamp: Date): Promise<void> {
  await act.tx
    .update(notice)
    .set({ readAt: null })
    .where(and(eq(notice.personId, act.actor), eq(notice.readAt, stamp)));
}
