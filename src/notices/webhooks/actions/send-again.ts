import { and, asc, eq, lt, sql } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { daysAfter, now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { enqueue, enqueueAll } from "@/platform/jobs/boss";
import { webhookCalls } from "../queue";
import { webhookDelivery } from "../schema";
import { type DeliveryId, LOG_DAYS, type WebhookId } from "../shape";

/** How many of those that waited are asked for and sent with one statement. */
const AT_ONCE = 1000;

/** Sends one message once more, whatever was answered before; under the same id, by which it is known. */
export async function sendAgain({ tx }: Act, id: DeliveryId): Promise<void> {
  const [row] = await tx
    .update(webhookDelivery)
    .set({ state: "waiting", nextAt: null })
    .where(eq(webhookDelivery.id, id))
    .returning({ attempts: webhookDelivery.attempts });
  if (row !== undefined) await enqueue(tx, webhookCalls, { delivery: id, attempt: row.attempts + 1 });
}

/** Sends what waited while an endpoint was told nothing, the oldest first. */
export async function sendWaiting({ tx }: Act, id: WebhookId): Promise<void> {
  const here = sql`(${webhookDelivery.createdAt}, ${webhookDelivery.id})`;
  for (let after: { id: DeliveryId; createdAt: Date } | undefined, more = true; more; ) {
    const past = after && sql`${here} > (${after.createdAt.toISOString()}::timestamptz, ${after.id}::uuid)`;
    const waiting = await tx
      .select({ id: webhookDelivery.id, attempts: webhookDelivery.attempts, createdAt: webhookDelivery.createdAt })
      .from(webhookDelivery)
      .where(and(eq(webhookDelivery.webhookId, id), eq(webhookDelivery.state, "waiting"), past))
      .orderBy(asc(webhookDelivery.createdAt), asc(webhookDelivery.id))
      .limit(AT_ONCE);
    await enqueueAll(
      tx,
      webhookCalls,
      waiting.map((one) => ({ delivery: one.id, attempt: one.attempts + 1 })),
    );
    after = waiting.at(-1);
    more = waiting.length === AT_ONCE;
  }
}

/** Forgets what was sent long ago. */
export async function sweepDeliveries(tx: Tx): Promise<void> {
  await tx.delete(webhookDelivery).where(lt(webhookDelivery.createdAt, daysAfter(now(), -LOG_DAYS)));
}
