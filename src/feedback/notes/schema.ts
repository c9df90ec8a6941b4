import { sql } from "drizzle-orm";
import { check, index, pgTable, text } from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import { idea } from "../schema";
import { NOTE_BODY_MAX } from "./shape";

/**
 * What hosts say to one another about an idea. It is no comment: it stands in no conversation, so that nothing that
 * reads, counts, searches or mails conversations can come upon it.
 */
export const ideaNote = pgTable(
  "idea_note",
  {
    id: idColumn<"idea-note">("id").primaryKey(),
    ideaId: idColumn<"conversation">("idea_id")
      .notNull()
      .references(() => idea.id, { onDelete: "cascade" }),
    body: text("body").notNull(),
    bodyHtml: text("body_html").notNull(),
    writtenBy: idColumn<"person">("written_by")
      .notNull()
      .references(() => person.id),
    writtenAt: moment("written_at").notNull(),
  },
  (t) => [
    check("idea_note_body", sql.raw(`char_length(body) between 1 and ${NOTE_BODY_MAX}`)),
    index("idea_note_in_order").on(t.ideaId, t.writtenAt, t.id),
  ],
);
