import { eq, sql } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { env } from "@/platform/env";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import { webhookAdded, webhookChanged, webhookRemoved } from "../events";
import { webhook } from "../schema";
import { type NewWebhook, OLD_SECRET_MS, TEST_EVENT, type WebhookId } from "../shape";
import { newSecret } from "../sign";
import { deliver } from "../told";
import { sendWaiting } from "./send-again";

/**
 * Gives an address that is told what happens on boards.
 * @throws Refusal `invalid` for an address without https
 */
export async function addWebhook(act: Act, input: NewWebhook): Promise<WebhookId> {
  demandHttps(input.url);
  const id = newId<"webhook">();
  const at = now();
  await act.tx
    .insert(webhook)
    .values({ id, ...fieldsOf(input), secret: newSecret(), secretAt: at, createdBy: act.actor, createdAt: at });
  await record(act, webhookAdded, id, {});
  return id;
}

/** Writes where it is, what it is told of, and of which boards. */
export async function editWebhook(act: Act, id: WebhookId, input: NewWebhook): Promise<void> {
  demandHttps(input.url);
  await act.tx.update(webhook).set(fieldsOf(input)).where(eq(webhook.id, id));
  await record(act, webhookChanged, id, { what: "edited" });
}

/** Makes a new secret; the old one signs as well for a day, so that whoever receives can change theirs in peace. */
export async function rotateSecret(act: Act, id: WebhookId): Promise<void> {
  const at = now();
  const oldSecretUntil = new Date(at.getTime() + OLD_SECRET_MS);
  await act.tx
    .update(webhook)
    .set({ secret: newSecret(), secretAt: at, secretHiddenAt: null, oldSecret: sql`${webhook.secret}`, oldSecretUntil })
    .where(eq(webhook.id, id));
  await record(act, webhookChanged, id, { what: "secret" });
}

/** Shows the secret no more, because it was copied. */
export async function hideSecret(act: Act, id: WebhookId): Promise<void> {
  await act.tx.update(webhook).set({ secretHiddenAt: now() }).where(eq(webhook.id, id));
}

/** Tells it nothing for now; or again, what waited first. It also ends that it was switched off. */
export async function pauseWebhook(act: Act, id: WebhookId, paused: boolean): Promise<void> {
  await act.tx
    .update(webhook)
    .set(paused ? { pausedAt: now() } : { pausedAt: null, offAt: null, failingSince: null })
    .where(eq(webhook.id, id));
  if (!paused) await sendWaiting(act, id);
  await record(act, webhookChanged, id, { what: paused ? "paused" : "resumed" });
}

/** Takes it away, with its log. */
export async function removeWebhook(act: Act, id: WebhookId): Promise<void> {
  await act.tx.delete(webhook).where(eq(webhook.id, id));
  await record(act, webhookRemoved, id, {});
}

/** Sends it something that means nothing, to see whether it arrives. */
export async function testWebhook(act: Act, id: WebhookId): Promise<void> {
  const body = JSON.stringify({ type: TEST_EVENT, timestamp: now().toISOString(), data: { webhook: id } });
  await deliver(act.tx, { webhook: id, type: TEST_EVENT, body, of: null });
}

function demandHttps(url: string): void {
  if (new URL(url).protocol === "https:" || env().WEBHOOK_LOCAL) return;
  throw new Refusal("invalid", "invalid", {}, { url: ["field.httpsOnly"] });
}

function fieldsOf({ name, url, events, boards }: NewWebhook) {
  return { name, url, events, boards: boards.length === 0 ? null : boards };
}
