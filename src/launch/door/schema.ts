import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, text } from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import { DOOR_TITLE_MAX, DOOR_WORDS_MAX, LETTER_MAX } from "./shape";

/** A member who agreed to be seen from the waiting room, with one sentence. Without a row nobody there learns of them. */
export const doorFace = pgTable(
  "door_face",
  {
    personId: idColumn<"person">("person_id")
      .primaryKey()
      .references(() => person.id, { onDelete: "cascade" }),
    words: text("words").notNull(),
    /** Agreed to be seen with their photo as well. */
    withPhoto: boolean("with_photo").notNull().default(false),
    agreedAt: moment("agreed_at").notNull(),
  },
  () => [check("door_face_words", sql.raw(`char_length(words) between 1 and ${DOOR_WORDS_MAX}`))],
);

/** Somebody who waits and wants to hear by mail how things go on. The row goes when they say so, or press the link. */
export const doorFollower = pgTable("door_follower", {
  personId: idColumn<"person">("person_id")
    .primaryKey()
    .references(() => person.id, { onDelete: "cascade" }),
  since: moment("since").notNull(),
});

/**
 * What the hosts tell those who wait: how things go, what was built and thanks to whom. Written for the door and for
 * nothing else, so that no word of what is said inside gets there by itself.
 */
export const doorLetter = pgTable(
  "door_letter",
  {
    id: idColumn<"door-letter">("id").primaryKey(),
    title: text("title").notNull(),
    body: text("body").notNull(),
    /** Rendered and sanitised when it was written. */
    bodyHtml: text("body_html").notNull(),
    language: text("language").$type<"en" | "fr">().notNull(),
    writtenBy: idColumn<"person">("written_by").references(() => person.id, { onDelete: "set null" }),
    writtenAt: moment("written_at").notNull(),
    editedAt: moment("edited_at"),
    takenDownAt: moment("taken_down_at"),
  },
  (t) => [
    check("door_letter_title", sql.raw(`char_length(title) between 1 and ${DOOR_TITLE_MAX}`)),
    check("door_letter_body", sql.raw(`char_length(body) between 1 and ${LETTER_MAX}`)),
    check("door_letter_language", sql`${t.language} in ('en', 'fr')`),
    index("door_letter_by_time").on(t.writtenAt, t.id).where(sql`${t.takenDownAt} is null`),
  ],
);
