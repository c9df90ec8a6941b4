import { and, asc, desc, eq, sql } from "drizzle-orm";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, momentKey, type Page, type PageInput } from "@/platform/database/page";
import { MINUTE } from "@/platform/durations";
import { webhook, webhookDelivery } from "./schema";
import type { DeliveryId, WebhookId } from "./shape";
import { secretOf } from "./sign";
import type { AttemptView, DeliveryView, WebhookCard, WebhookView } from "./views";

/** How long a new secret is shown. */
const FRESH_MS = 10 * MINUTE;
const ENDPOINTS_MAX = 200;
/** How many attempts are listed with a message. */
const ATTEMPTS_SHOWN = 10;

type Row = typeof webhook.$inferSelect;

function stateOf({ offAt, pausedAt, failingSince }: Row): WebhookCard["state"] {
  if (offAt !== null) return "off";
  if (pausedAt !== null) return "paused";
  return failingSince === null ? "on" : "failing";
}

function cardOf(row: Row): WebhookCard {
  const { id, name, url, events, boards, createdAt } = row;
  return { id, name, url, events, boards, createdAt, state: stateOf(row) };
}

/** Every address that is told things, by name. */
export async function webhooksIn(db: Reader): Promise<WebhookCard[]> {
  const rows = await db.select().from(webhook).orderBy(asc(webhook.name), asc(webhook.id)).limit(ENDPOINTS_MAX);
  return rows.map(cardOf);
}

/** One of them, with its secret while that is new. */
export async function webhookById(db: Reader, id: WebhookId): Promise<WebhookView | null> {
  const [row] = await db.select().from(webhook).where(eq(webhook.id, id));
  if (row === undefined) return null;
  const { secret, secretAt, secretHiddenAt, oldSecretUntil, failingSince } = row;
  const isFresh = secretHiddenAt === null && now().getTime() - secretAt.getTime() < FRESH_MS;
  return {
    ...cardOf(row),
    secret: isFresh ? secretOf(secret) : null,
    secretAt,
    oldSecretUntil: oldSecretUntil !== null && oldSecretUntil > now() ? oldSecretUntil : null,
    failingSince,
  };
}

const latest = sql<(Omit<AttemptView, "at"> & { at: string })[]>`(
  select coalesce(jsonb_agg(to_jsonb(a) order by a.at desc), '[]') from (
    select a.id, a.at, a.ms, a.status, a.error, a.answer from webhook_attempt a
    where a.delivery_id = webhook_delivery.id order by a.at desc limit ${sql.raw(String(ATTEMPTS_SHOWN))}) a)`;

/** What was sent to an address, the latest first. */
export async function deliveriesTo(db: Reader, to: WebhookId, page: PageInput): Promise<Page<DeliveryView>> {
  const key = decodeKey(page.after, momentKey);
  const rows = await db
    .select({
      id: webhookDelivery.id,
      type: webhookDelivery.type,
      state: webhookDelivery.state,
      attempts: webhookDelivery.attempts,
      createdAt: webhookDelivery.createdAt,
      nextAt: webhookDelivery.nextAt,
      body: webhookDelivery.body,
      latest,
    })
    .from(webhookDelivery)
    .where(
      and(
        eq(webhookDelivery.webhookId, to),
        key === null
          ? undefined
          : sql`(${webhookDelivery.createdAt}, ${webhookDelivery.id}) < (${key[0]}::timestamptz, ${key[1]}::uuid)`,
      ),
    )
    .orderBy(desc(webhookDelivery.createdAt), desc(webhookDelivery.id))
    .limit(page.take + 1);
  const { items, next } = cut(rows, page.take, (row) => [row.createdAt.toISOString(), row.id]);
  const moments = (row: (typeof rows)[number]) => row.latest.map((one) => ({ ...one, at: new Date(one.at) }));
  return { items: items.map((row) => ({ ...row, latest: moments(row) })), next };
}

/** A message by its id, or null. */
export async function deliveryById(db: Reader, id: DeliveryId): Promise<{ id: DeliveryId; webhook: WebhookId } | null> {
  const [row] = await db
    .select({ id: webhookDelivery.id, webhook: webhookDelivery.webhookId })
    .from(webhookDelivery)
    .where(eq(webhookDelivery.id, id));
  return row ?? null;
}
