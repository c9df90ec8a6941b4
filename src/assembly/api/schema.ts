import { index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { accessKey } from "@/members/keys/schema";
import { idColumn, moment } from "@/platform/database/columns";

/**
 * A call that a program named with an Idempotency-Key, so that it is done once: while it is under way `status` is null,
 * afterwards the row holds what was answered. Kept for a day.
 */
export const apiCall = pgTable(
  "api_call",
  {
    keyId: idColumn<"access-key">("key_id")
      .notNull()
      .references(() => accessKey.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** What was asked, as a hash: the same name for another call is a mistake. */
    asked: text("asked").notNull(),
    status: integer("status"),
    answer: jsonb("answer"),
    at: moment("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.keyId, t.name] }), index("api_call_by_time").on(t.at)],
);
