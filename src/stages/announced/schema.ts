import { sql } from "drizzle-orm";
import { check, pgTable, text } from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import type { Stage } from "../shape";
import { ANNOUNCEMENT_MAX } from "./shape";

/**
 * What is said when a stage opens, in one language or in both: in the letter of the flip, in the waiting room and on
 * home for the first days. Rendered and sanitised when it was written.
 */
export const stageAnnouncement = pgTable(
  "stage_announcement",
  {
    stage: text("stage").$type<Stage>().primaryKey(),
    english: text("english").notNull(),
    french: text("french").notNull(),
    englishHtml: text("english_html").notNull(),
    frenchHtml: text("french_html").notNull(),
    writtenBy: idColumn<"person">("written_by").references(() => person.id, { onDelete: "set null" }),
    writtenAt: moment("written_at").notNull(),
  },
  (t) => [
    check("stage_announcement_words", sql`${t.english} <> '' or ${t.french} <> ''`),
    check(
      "stage_announcement_length",
      sql.raw(`char_length(english) <= ${ANNOUNCEMENT_MAX} and char_length(french) <= ${ANNOUNCEMENT_MAX}`),
    ),
  ],
);
