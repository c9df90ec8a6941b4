import { eq } from "drizzle-orm";
import { now } from "@/platform/clock";
import { type Tx, transaction } from "@/platform/database/client";
import { DAY } from "@/platform/durations";
import { record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import { enqueue } from "@/platform/jobs/boss";
import { webhookSwitchedOff } from "./events";
import { type Outcome, postTo } from "./post";
import { webhookCalls } from "./queue";
import { webhook, webhookAttempt, webhookDelivery } from "./schema";
import { type DeliveryId, OFF_AFTER_DAYS, RETRY_AFTER_MS, type WebhookId } from "./shape";
import { secretOf, signedBy } from "./sign";
import { ideaToTell, mayBeTold } from "./told";

/** A message that is to be sent now. */
type Due = {
  readonly delivery: DeliveryId;
  readonly attempt: number;
  readonly webhook: WebhookId;
  readonly url: string;
  readonly body: string;
  /** Those that hold, as they are; empty when they cannot be opened any more. */
  readonly secrets: readonly string[];
};

/**
 * Makes one attempt at one delivery, notes what was answered, and plans the next one when it failed. A job that runs
 * twice finds its attempt made; one that was cut off in the middle sends again, under the same id.
 */
export async function callWebhook(data: unknown): Promise<void> {
  const { delivery, attempt } = webhookCalls.shape.parse(data);
  const due = await transaction((tx) => dueOf(tx, delivery, attempt));
  if (due === null) return;
  const outcome = await send(due);
  await transaction((tx) => settle(tx, due, outcome));
}

async function dueOf(tx: Tx, id: DeliveryId, attempt: number): Promise<Due | null> {
  const [row] = await tx
    .select({ delivery: webhookDelivery, to: webhook })
    .from(webhookDelivery)
    .innerJoin(webhook, eq(webhook.id, webhookDelivery.webhookId))
    .where(eq(webhookDelivery.id, id));
  if (row === undefined) return null;
  const { delivery, to } = row;
  if (delivery.state !== "waiting" || delivery.attempts >= attempt) return null;
  if (to.pausedAt !== null || to.offAt !== null) return null;
  if (delivery.ideaId !== null) {
    // Removed meanwhile, or not for this address any more: there is nothing left to tell.
    const idea = await ideaToTell(tx, delivery.ideaId);
    if (idea === null || !mayBeTold(to.boards, idea)) {
      await tx.delete(webhookDelivery).where(eq(webhookDelivery.id, id));
      return null;
    }
  }
  const old = to.oldSecretUntil !== null && to.oldSecretUntil > now() ? to.oldSecret : null;
  const secrets = [to.secret, old].flatMap((sealed) => (sealed === null ? [] : (secretOf(sealed) ?? [])));
  return { delivery: id, attempt, webhook: to.id, url: to.url, body: delivery.body, secrets };
}

async function send({ delivery, url, body, secrets }: Due): Promise<Outcome> {
  if (secrets.length === 0) return { status: null, error: "secret", answer: "", ms: 0 };
  return postTo(url, signedBy(secrets, `msg_${delivery}`, now(), body), body);
}

async function settle(tx: Tx, due: Due, outcome: Outcome): Promise<void> {
  const at = now();
  // PostgreSQL has no null character.
  const answer = outcome.answer.replaceAll("\0", "");
  const rows = await tx
    .update(webhookDelivery)
    .set({ attempts: due.attempt })
    .where(eq(webhookDelivery.id, due.delivery))
    .returning({ id: webhookDelivery.id });
  if (rows.length === 0) return;
  const { status, error, ms } = outcome;
  await tx
    .insert(webhookAttempt)
    .values({ id: newId<"webhook-attempt">(), deliveryId: due.delivery, at, ms, status, error, answer });
  if (status !== null && status >= 200 && status < 300) {
    await tx
      .update(webhookDelivery)
      .set({ state: "delivered", nextAt: null })
      .where(eq(webhookDelivery.id, due.delivery));
    await tx.update(webhook).set({ failingSince: null }).where(eq(webhook.id, due.webhook));
    return;
  }
  await planNext(tx, due, at);
  await noteFailure(tx, due.webhook, status === 410, at);
}

/** Plans the next attempt; a tenth more or less, so that an endpoint that comes back is not met by all at once. */
async function planNext(tx: Tx, { delivery, attempt }: Due, at: Date): Promise<void> {
  const wait = RETRY_AFTER_MS[attempt - 1];
  if (wait === undefined) {
    await tx.update(webhookDelivery).set({ state: "failed", nextAt: null }).where(eq(webhookDelivery.id, delivery));
    return;
  }
  const nextAt = new Date(at.getTime() + wait * (0.9 + 0.2 * Math.random()));
  await tx.update(webhookDelivery).set({ nextAt }).where(eq(webhookDelivery.id, delivery));
  await enqueue(tx, webhookCalls, { delivery, attempt: attempt + 1 }, nextAt);
}

/** An endpoint that says that it is gone, or answers nothing well for days, is switched off, and admins are told. */
async function noteFailure(tx: Tx, id: WebhookId, isGone: boolean, at: Date): Promise<void> {
  const [row] = await tx.select().from(webhook).where(eq(webhook.id, id)).for("update");
  if (row === undefined || row.offAt !== null) return;
  const failingSince = row.failingSince ?? at;
  const isLong = at.getTime() - failingSince.getTime() >= OFF_AFTER_DAYS * DAY;
  const offAt = isGone || isLong ? at : null;
  await tx.update(webhook).set({ failingSince, offAt }).where(eq(webhook.id, id));
  if (offAt === null) return;
  const cause = { tx, actor: null, requestId: "" };
  await record(cause, webhookSwitchedOff, id, { because: isGone ? "gone" : "failing" });
}
