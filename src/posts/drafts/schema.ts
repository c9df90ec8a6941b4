import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import type { DraftWords } from "./shape";

/**
 * What a person has written and not sent, for one place to write in. Nobody else ever sees it. `version` counts what was
 * saved: whoever saves on another one than they know wins, and what stood there is kept in `overtaken`, to be had back.
 */
export const draft = pgTable(
  "draft",
  {
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    /** Which place, such as `new-post:<space>`. */
    place: text("place").notNull(),
    /** The page where the writing goes on. */
    path: text("path").notNull(),
    title: text("title").notNull(),
    body: text("body").notNull(),
    /** What kind of post it was to be; empty where there is no choice. */
    kind: text("kind").notNull(),
    version: integer("version").notNull(),
    savedAt: moment("saved_at").notNull(),
    overtaken: jsonb("overtaken").$type<DraftWords & { savedAt: string }>(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.place] }),
    check("draft_version", sql`${t.version} > 0`),
    index("draft_in_order").on(t.personId, t.savedAt.desc().nullsFirst(), t.place),
    index("draft_by_time").on(t.savedAt),
  ],
);
