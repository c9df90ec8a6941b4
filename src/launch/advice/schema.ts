import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import { conversation } from "@/posts/schema";
import { ADVICE_STATES, ADVICE_WORDS_MAX, type AdviceState } from "./shape";

/**
 * Somebody's advice is wanted on a post: once a person and post. Whoever is known stands as a person; an address that a
 * member wrote down stays an address, and makes nobody known until a host invites it.
 */
export const advice = pgTable(
  "advice",
  {
    id: idColumn<"advice">("id").primaryKey(),
    conversationId: idColumn<"conversation">("conversation_id")
      .notNull()
      .references(() => conversation.id, { onDelete: "cascade" }),
    personId: idColumn<"person">("person_id").references(() => person.id, { onDelete: "cascade" }),
    address: text("address"),
    askedBy: idColumn<"person">("asked_by")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    words: text("words").notNull(),
    askedAt: moment("asked_at").notNull(),
    state: text("state").$type<AdviceState>().notNull(),
    answeredBy: idColumn<"person">("answered_by").references(() => person.id, { onDelete: "set null" }),
    answeredAt: moment("answered_at"),
  },
  (t) => [
    check("advice_somebody", sql`(${t.personId} is null) <> (${t.address} is null)`),
    check("advice_state", sql.raw(`state in (${ADVICE_STATES.map((one) => `'${one}'`).join(", ")})`)),
    check("advice_words", sql.raw(`char_length(words) between 1 and ${ADVICE_WORDS_MAX}`)),
    uniqueIndex("advice_once_a_person").on(t.conversationId, t.personId).where(sql`${t.personId} is not null`),
    uniqueIndex("advice_once_an_address").on(t.conversationId, t.address).where(sql`${t.address} is not null`),
    index("advice_waiting").on(t.askedAt, t.id).where(sql`${t.state} = 'requested'`),
    index("advice_by_person").on(t.personId),
  ],
);
