import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import { ASK_STATES, ASK_WORDS_MAX, type AskState, OFFER_WORDS_MAX } from "./shape";

/** Something that a person would do for another. One that was taken back stays for those who asked for it. */
export const offer = pgTable(
  "offer",
  {
    id: idColumn<"offer">("id").primaryKey(),
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    words: text("words").notNull(),
    isOpen: boolean("is_open").notNull().default(true),
    createdAt: moment("created_at").notNull(),
    removedAt: moment("removed_at"),
  },
  (t) => [
    check("offer_words", sql.raw(`char_length(words) between 1 and ${OFFER_WORDS_MAX}`)),
    index("offer_by_person").on(t.personId, t.createdAt, t.id),
  ],
);

/** Somebody asks for what was offered; between the two of them. */
export const offerAsk = pgTable(
  "offer_ask",
  {
    id: idColumn<"offer-ask">("id").primaryKey(),
    offerId: idColumn<"offer">("offer_id")
      .notNull()
      .references(() => offer.id, { onDelete: "cascade" }),
    askerId: idColumn<"person">("asker_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    words: text("words").notNull(),
    state: text("state").$type<AskState>().notNull().default("asked"),
    askedAt: moment("asked_at").notNull(),
    answeredAt: moment("answered_at"),
  },
  (t) => [
    check("offer_ask_words", sql.raw(`char_length(words) between 1 and ${ASK_WORDS_MAX}`)),
    check("offer_ask_state", sql.raw(`state in (${ASK_STATES.map((one) => `'${one}'`).join(", ")})`)),
    uniqueIndex("offer_ask_open_once").on(t.offerId, t.askerId).where(sql`${t.state} in ('asked', 'accepted')`),
    index("offer_ask_by_offer").on(t.offerId, t.askedAt, t.id),
    index("offer_ask_by_asker").on(t.askerId, t.askedAt, t.id),
  ],
);
