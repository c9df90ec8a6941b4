import { and, eq, isNotNull, isNull, lt } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { daysAfter, now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { MINUTE } from "@/platform/durations";
import { found } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { keyEnded } from "../events";
import { accessKey } from "../schema";
import type { AccessKeyId } from "../shape";

/** How long a new key can be copied by its owner. */
export const FRESH_MS = 10 * MINUTE;
/** How long a key that is over stands in its owner's list. */
const KEPT_DAYS = 30;

/**
 * Ends one of the actor's own keys, at once.
 * @throws Refusal `not-found` when it is none of theirs, or over already
 */
export async function endKey(act: Act, id: AccessKeyId): Promise<void> {
  const rows = await act.tx
    .update(accessKey)
    .set({ endedAt: now(), sealed: null })
    .where(and(eq(accessKey.id, id), eq(accessKey.personId, act.actor), isNull(accessKey.endedAt)))
    .returning({ id: accessKey.id });
  found(rows[0]);
  await record(act, keyEnded, id, {});
}

/** Forgets the words of a key that its owner has copied; only the hash stays. */
export async function hideKey(act: Act, id: AccessKeyId): Promise<void> {
  const rows = await act.tx
    .update(accessKey)
    .set({ sealed: null })
    .where(and(eq(accessKey.id, id), eq(accessKey.personId, act.actor)))
    .returning({ id: accessKey.id });
  found(rows[0]);
}

/** Forgets the words of keys that nobody copied in time, and the keys that have long been over. */
export async function sweepKeys(tx: Tx): Promise<void> {
  const fresh = new Date(now().getTime() - FRESH_MS);
  await tx
    .update(accessKey)
    .set({ sealed: null })
    .where(and(isNotNull(accessKey.sealed), lt(accessKey.createdAt, fresh)));
  const over = daysAfter(now(), -KEPT_DAYS);
  await tx.delete(accessKey).where(lt(accessKey.endedAt, over));
  await tx.delete(accessKey).where(lt(accessKey.expiresAt, over));
}
