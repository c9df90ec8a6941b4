import { sql } from "drizzle-orm";
import { check, pgTable, text } from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import { DOOR_WORDS_MAX } from "./shape";

/** A member who agreed to be seen from the waiting room, with one sentence. Without a row nobody there learns of them. */
export const doorFace = pgTable(
  "door_face",
  {
    personId: idColumn<"person">("person_id")
      .primaryKey()
      .references(() => person.id, { onDelete: "cascade" }),
    words: text("words").notNull(),
    agreedAt: moment("agreed_at").notNull(),
  },
  () => [check("door_face_words", sql.raw(`char_length(words) between 1 and ${DOOR_WORDS_MAX}`))],
);
