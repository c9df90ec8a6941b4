import { sql } from "drizzle-orm";
import { check, date, index, pgTable, text } from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import { NOTE_WORDS_MAX } from "./shape";

/** A host's private note of a talk with somebody. Nobody else reads the words, admins not excepted. */
export const journalNote = pgTable(
  "journal_note",
  {
    id: idColumn<"journal-note">("id").primaryKey(),
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    hostId: idColumn<"person">("host_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    words: text("words").notNull(),
    talkedOn: date("talked_on", { mode: "string" }).notNull(),
    notedAt: moment("noted_at").notNull(),
  },
  (t) => [
    check("journal_note_words", sql.raw(`char_length(words) <= ${NOTE_WORDS_MAX}`)),
    check("journal_note_of_another", sql`${t.personId} <> ${t.hostId}`),
    index("journal_note_by_host").on(t.hostId, t.notedAt, t.id),
    index("journal_note_about").on(t.personId, t.hostId, t.notedAt),
  ],
);
