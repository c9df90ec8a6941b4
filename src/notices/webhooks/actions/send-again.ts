import { and, asc, eq, lt } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { daysAfter, now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { enqueue } from "@/platform/jobs/boss";
import { webhookCalls } from "../queue";
import { webhookDelivery } from "../schema";
import { type DeliveryId, LOG_DAYS, type WebhookId } from "../shape";

/** How many of those that waited are sent at once when an endpoint is told things again. */
const WAITED_MAX = 1000;

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
  const waiting = await tx
    .select({ id: webhookDelivery.id, attempts: webhookDelivery.attempts })
    .from(webhookDelivery)
    .where(and(eq(webhookDelivery.webhookId, id), eq(webhookDelivery.state, "waiting")))
    .orderBy(asc(webhookDelivery.createdAt), asc(webhookDelivery.id))
    .limit(WAITED_MAX);
  for (const one of waiting) await enqueue(tx, webhookCalls, { delivery: one.id, attempt: one.attempts + 1 });
}

/** Forgets what was sent long ago. */
export async function sweepDeliveries(tx: Tx): Promise<void> {
  await tx.delete(webhookDelivery).where(lt(webhookDelivery.createdAt, daysAfter(now(), -LOG_DAYS)));
}
