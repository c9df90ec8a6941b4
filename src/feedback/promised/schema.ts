import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { idColumn, moment } from "@/platform/database/columns";
import { ideaMove } from "../schema";
import type { PromiseReminder } from "./shape";

/** Whoever gave a promise was reminded of it: once before its day, and once when that has passed. */
export const promiseReminder = pgTable(
  "promise_reminder",
  {
    moveId: idColumn<"idea-move">("move_id")
      .notNull()
      .references(() => ideaMove.id, { onDelete: "cascade" }),
    kind: text("kind").$type<PromiseReminder>().notNull(),
    remindedAt: moment("reminded_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.moveId, t.kind] })],
);
