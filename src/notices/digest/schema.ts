import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";

/**
 * The digest of one person for one period, named by the day on which its hour struck on their clock. The row is written
 * first: whoever writes it composes the digest, and nobody composes it again, whatever the clock or a worker does.
 */
export const digest = pgTable(
  "digest",
  {
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    period: text("period").notNull(),
    /** How many things it told; with none, no mail was written. */
    things: integer("things").notNull().default(0),
    at: moment("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.period] })],
);
