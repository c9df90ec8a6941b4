import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { idColumn, moment } from "@/platform/database/columns";

/**
 * Something that happened, written in the transaction that made it happen. This one table is the activity, the audit
 * trail and the source of every reaction. `actorId` has no foreign key: the trail outlives what it tells of.
 */
export const event = pgTable(
  "event",
  {
    id: idColumn<"event">("id").primaryKey(),
    name: text("name").notNull(),
    actorId: uuid("actor_id"),
    /** The thing it happened to, as `kind:id`. */
    subject: text("subject").notNull(),
    payload: jsonb("payload").$type<Record<string, unknown>>().notNull(),
    requestId: text("request_id").notNull().default(""),
    at: moment("at").notNull(),
  },
  (t) => [
    index("event_by_time").on(t.at, t.id),
    index("event_by_subject").on(t.subject, t.at),
    index("event_by_actor").on(t.actorId, t.at),
  ],
);

/** A reaction that has run for an event; its row makes a second run do nothing. */
export const reactionDone = pgTable(
  "reaction_done",
  {
    eventId: idColumn<"event">("event_id")
      .notNull()
      .references(() => event.id, { onDelete: "cascade" }),
    reaction: text("reaction").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.reaction] })],
);
