import { sql } from "drizzle-orm";
import { check, date, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import { idea } from "../schema";
import type { AnswerStatus } from "../shape";

/**
 * Each merge of one idea into another, with where the merged one stood before; an undone merge stays, with who undid it.
 * At most one merge of an idea stands at a time.
 */
export const ideaMerge = pgTable(
  "idea_merge",
  {
    id: idColumn<"idea-merge">("id").primaryKey(),
    ideaId: idColumn<"conversation">("idea_id")
      .notNull()
      .references(() => idea.id, { onDelete: "cascade" }),
    intoId: idColumn<"conversation">("into_id")
      .notNull()
      .references(() => idea.id, { onDelete: "cascade" }),
    statusBefore: text("status_before").$type<AnswerStatus>().notNull(),
    promisedBefore: date("promised_before", { mode: "string" }),
    note: text("note").notNull().default(""),
    mergedBy: idColumn<"person">("merged_by")
      .notNull()
      .references(() => person.id),
    mergedAt: moment("merged_at").notNull(),
    undoneBy: idColumn<"person">("undone_by").references(() => person.id),
    undoneAt: moment("undone_at"),
  },
  (t) => [
    check("idea_merge_two", sql`${t.ideaId} <> ${t.intoId}`),
    check("idea_merge_undone", sql`(${t.undoneBy} is null) = (${t.undoneAt} is null)`),
    index("idea_merge_of").on(t.ideaId, t.mergedAt),
    index("idea_merge_into").on(t.intoId, t.mergedAt),
  ],
);

/** Two ideas that a host has looked at and found to be different; the smaller id first. They are not offered again. */
export const ideaPairApart = pgTable(
  "idea_pair_apart",
  {
    oneId: idColumn<"conversation">("one_id")
      .notNull()
      .references(() => idea.id, { onDelete: "cascade" }),
    otherId: idColumn<"conversation">("other_id")
      .notNull()
      .references(() => idea.id, { onDelete: "cascade" }),
    saidBy: idColumn<"person">("said_by")
      .notNull()
      .references(() => person.id),
    saidAt: moment("said_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.oneId, t.otherId] }),
    check("idea_pair_order", sql`${t.oneId} < ${t.otherId}`),
    index("idea_pair_other").on(t.otherId),
  ],
);
