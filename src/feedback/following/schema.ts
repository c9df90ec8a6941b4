import { boolean, index, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import { idea } from "../schema";

/**
 * What somebody said by hand about hearing where an idea stands. Without a row they hear of it for what they have to do
 * with it: as author or recorder, by a vote, by a comment. With one their word holds, whatever they do later. Whether
 * they hear of comments is their word about the conversation (`reading.follow`).
 */
export const ideaFollow = pgTable(
  "idea_follow",
  {
    ideaId: idColumn<"conversation">("idea_id")
      .notNull()
      .references(() => idea.id, { onDelete: "cascade" }),
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    status: boolean("status").notNull(),
    chosenAt: moment("chosen_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.ideaId, t.personId] }), index("idea_follow_of").on(t.personId)],
);
