import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { flip } from "@/launch/schema";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import type { LetterHeaders, LetterState } from "./shape";

/**
 * A letter that Levain writes. It is stored in the transaction that causes it and sent afterwards by a job;
 * `reason` makes it happen once: the same event never writes to the same person twice.
 */
export const letter = pgTable(
  "letter",
  {
    id: idColumn<"letter">("id").primaryKey(),
    personId: idColumn<"person">("person_id").references(() => person.id, { onDelete: "cascade" }),
    toAddress: text("to_address").notNull(),
    kind: text("kind").notNull(),
    /** What it was written for, such as `<event id>:<kind>`; unique with the address. */
    reason: text("reason").notNull(),
    subject: text("subject").notNull(),
    bodyText: text("body_text").notNull(),
    bodyHtml: text("body_html").notNull(),
    headers: jsonb("headers").$type<LetterHeaders>().notNull().default({}),
    /** Whose words it carries: it leaves only while its person may read each of these conversations. */
    conversationIds: uuid("conversation_ids").array().notNull().default([]),
    /** The flip that it tells of: it is held with it, and dropped when that is taken back. */
    flipId: idColumn<"flip">("flip_id").references(() => flip.id, { onDelete: "cascade" }),
    state: text("state").$type<LetterState>().notNull().default("waiting"),
    attempts: integer("attempts").notNull().default(0),
    problem: text("problem").notNull().default(""),
    createdAt: moment("created_at").notNull(),
    sentAt: moment("sent_at"),
  },
  (t) => [
    check("letter_state", sql`${t.state} in ('waiting', 'sent', 'kept', 'failed', 'dropped')`),
    uniqueIndex("letter_once").on(t.reason, t.toAddress),
    index("letter_by_time").on(t.createdAt, t.id),
    index("letter_by_address").on(t.toAddress, t.createdAt),
    index("letter_by_person").on(t.personId),
    index("letter_by_flip").on(t.flipId).where(sql`${t.flipId} is not null`),
  ],
);
