import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, text } from "drizzle-orm/pg-core";
import { file, person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import { idea } from "../schema";
import { ANSWER_MAX, NOTE_STATES, type NoteState, PAGE_PATH_MAX, PAGE_TITLE_MAX, WORDS_MAX } from "./shape";

/**
 * What somebody told the hosts, from where they stood. It is no conversation: only its writer and the team ever read it.
 * The picture goes when the note is closed.
 */
export const hostNote = pgTable(
  "host_note",
  {
    id: idColumn<"host-note">("id").primaryKey(),
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    words: text("words").notNull(),
    /** The page that they stood on, its title as they saw it; empty when they came from nowhere. */
    pagePath: text("page_path").notNull(),
    pageTitle: text("page_title").notNull(),
    /** The version of Levain that ran, and the window as `390×844`. */
    version: text("version").notNull(),
    viewport: text("viewport").notNull(),
    fileId: idColumn<"file">("file_id").references(() => file.id, { onDelete: "set null" }),
    /** Whether the writer lets hosts make an idea of it in their name. */
    mayBecomeIdea: boolean("may_become_idea").notNull(),
    state: text("state").$type<NoteState>().notNull().default("open"),
    answer: text("answer").notNull().default(""),
    answeredBy: idColumn<"person">("answered_by").references(() => person.id, { onDelete: "set null" }),
    answeredAt: moment("answered_at"),
    ideaId: idColumn<"conversation">("idea_id").references(() => idea.id, { onDelete: "set null" }),
    at: moment("at").notNull(),
  },
  (t) => [
    check("host_note_state", sql.raw(`state in (${NOTE_STATES.map((state) => `'${state}'`).join(", ")})`)),
    check("host_note_words", sql.raw(`char_length(words) between 1 and ${WORDS_MAX}`)),
    check("host_note_answer", sql.raw(`char_length(answer) <= ${ANSWER_MAX}`)),
    check(
      "host_note_page",
      sql.raw(`char_length(page_path) <= ${PAGE_PATH_MAX} and char_length(page_title) <= ${PAGE_TITLE_MAX}`),
    ),
    index("host_note_by_person").on(t.personId, t.at, t.id),
    index("host_note_by_state").on(t.state, t.at, t.id),
    index("host_note_by_file").on(t.fileId).where(sql`${t.fileId} is not null`),
    index("host_note_by_idea").on(t.ideaId).where(sql`${t.ideaId} is not null`),
  ],
);
