import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import { idea } from "../schema";
import { CREDIT_WORDS_MAX, type CreditRole, type ShownAs } from "./shape";

/**
 * Somebody who shaped an idea, as a host proposed it. Until they answer they are told of by initial and unit; their name
 * and their sentence are shown only when they say so.
 */
export const credit = pgTable(
  "credit",
  {
    ideaId: idColumn<"conversation">("idea_id")
      .notNull()
      .references(() => idea.id, { onDelete: "cascade" }),
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    role: text("role").$type<CreditRole>().notNull(),
    /** The sentence of theirs that changed it. */
    words: text("words").notNull().default(""),
    proposedBy: idColumn<"person">("proposed_by").references(() => person.id, { onDelete: "set null" }),
    proposedAt: moment("proposed_at").notNull(),
    /** What they answered; null until then. */
    shown: text("shown").$type<ShownAs>(),
    withWords: boolean("with_words").notNull().default(false),
    answeredAt: moment("answered_at"),
  },
  (t) => [
    primaryKey({ columns: [t.ideaId, t.role, t.personId] }),
    check("credit_role", sql`${t.role} in ('asked', 'sharpened', 'tried', 'helped', 'built')`),
    check("credit_shown", sql`${t.shown} in ('name', 'initial', 'no')`),
    check("credit_answered", sql`(${t.shown} is null) = (${t.answeredAt} is null)`),
    check("credit_words", sql.raw(`char_length(words) <= ${CREDIT_WORDS_MAX}`)),
    index("credit_by_person").on(t.personId, t.proposedAt),
  ],
);

/** What an author said of what was shipped: whether it is what they meant. A no reopened the idea. Rows stay. */
export const ideaMeant = pgTable(
  "idea_meant",
  {
    id: idColumn<"idea-meant">("id").primaryKey(),
    ideaId: idColumn<"conversation">("idea_id")
      .notNull()
      .references(() => idea.id, { onDelete: "cascade" }),
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    meant: boolean("meant").notNull(),
    words: text("words").notNull().default(""),
    at: moment("at").notNull(),
  },
  (t) => [index("idea_meant_in_order").on(t.ideaId, t.at)],
);
