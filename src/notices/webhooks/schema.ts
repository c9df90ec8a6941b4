import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import { conversation } from "@/posts/schema";
import type { HookError, HookEvent, TEST_EVENT } from "./shape";

/** An address that is told what happens on boards. Its secrets are sealed: signing needs them as they are. */
export const webhook = pgTable("webhook", {
  id: idColumn<"webhook">("id").primaryKey(),
  name: text("name").notNull(),
  url: text("url").notNull(),
  events: text("events").array().$type<HookEvent[]>().notNull(),
  /** The boards that it was made for; null for all that are open to every member. */
  boards: uuid("boards").array().$type<string[]>(),
  secret: text("secret").notNull(),
  /** When the secret was made; for some minutes after it is shown. */
  secretAt: moment("secret_at").notNull(),
  secretHiddenAt: moment("secret_hidden_at"),
  /** The secret before it, which signs as well until then. */
  oldSecret: text("old_secret"),
  oldSecretUntil: moment("old_secret_until"),
  createdBy: idColumn<"person">("created_by").references(() => person.id, { onDelete: "set null" }),
  createdAt: moment("created_at").notNull(),
  pausedAt: moment("paused_at"),
  /** Since when nothing was answered well, and when it was switched off for that. */
  failingSince: moment("failing_since"),
  offAt: moment("off_at"),
});

/** Something that one address is told. The same event is told to it once; its words go with the idea that they are of. */
export const webhookDelivery = pgTable(
  "webhook_delivery",
  {
    id: idColumn<"webhook-delivery">("id").primaryKey(),
    webhookId: idColumn<"webhook">("webhook_id")
      .notNull()
      .references(() => webhook.id, { onDelete: "cascade" }),
    eventId: uuid("event_id"),
    type: text("type").$type<HookEvent | typeof TEST_EVENT>().notNull(),
    ideaId: idColumn<"conversation">("idea_id").references(() => conversation.id, { onDelete: "cascade" }),
    body: text("body").notNull(),
    state: text("state").$type<"waiting" | "delivered" | "failed">().notNull().default("waiting"),
    attempts: integer("attempts").notNull().default(0),
    nextAt: moment("next_at"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    check("webhook_delivery_state", sql`${t.state} in ('waiting', 'delivered', 'failed')`),
    uniqueIndex("webhook_delivery_once").on(t.webhookId, t.eventId, t.type),
    index("webhook_delivery_by_time").on(t.webhookId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("webhook_delivery_by_age").on(t.createdAt),
    index("webhook_delivery_by_idea").on(t.ideaId),
  ],
);

/** One try at telling it: what was answered, or why nothing was. */
export const webhookAttempt = pgTable(
  "webhook_attempt",
  {
    id: idColumn<"webhook-attempt">("id").primaryKey(),
    deliveryId: idColumn<"webhook-delivery">("delivery_id")
      .notNull()
      .references(() => webhookDelivery.id, { onDelete: "cascade" }),
    at: moment("at").notNull(),
    ms: integer("ms").notNull(),
    status: integer("status"),
    error: text("error").$type<HookError>(),
    answer: text("answer").notNull().default(""),
  },
  (t) => [index("webhook_attempt_by_delivery").on(t.deliveryId, t.at)],
);
