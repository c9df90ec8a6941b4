import { sql } from "drizzle-orm";
import { check, index, pgTable, text } from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import { space } from "../schema";
import { ADOPTION_WORDS_MAX, type AdoptionAnswer } from "./shape";

/** A host asked somebody to look after a space. It is open until it is answered or its days are over; a yes makes an owner. */
export const spaceAdoption = pgTable(
  "space_adoption",
  {
    id: idColumn<"adoption">("id").primaryKey(),
    spaceId: idColumn<"space">("space_id")
      .notNull()
      .references(() => space.id, { onDelete: "cascade" }),
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    askedBy: idColumn<"person">("asked_by").references(() => person.id, { onDelete: "set null" }),
    words: text("words").notNull(),
    askedAt: moment("asked_at").notNull(),
    answer: text("answer").$type<AdoptionAnswer>(),
    answeredAt: moment("answered_at"),
  },
  (t) => [
    check("space_adoption_answer", sql`${t.answer} in ('accepted', 'declined')`),
    check("space_adoption_answered", sql`(${t.answer} is null) = (${t.answeredAt} is null)`),
    check("space_adoption_words", sql.raw(`char_length(words) between 1 and ${ADOPTION_WORDS_MAX}`)),
    index("space_adoption_by_space").on(t.spaceId, t.askedAt),
    index("space_adoption_by_person").on(t.personId, t.spaceId, t.askedAt),
  ],
);
