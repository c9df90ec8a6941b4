import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, smallint, text, uniqueIndex } from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import { idea } from "../schema";
import { VIEW_NAME_MAX, WEIGHT_LINE_MAX } from "./shape";

/** What an idea would take and what it would bring, each from 1 to 5 with a line, as the hosts see it. */
export const ideaWeight = pgTable(
  "idea_weight",
  {
    ideaId: idColumn<"conversation">("idea_id")
      .primaryKey()
      .references(() => idea.id, { onDelete: "cascade" }),
    effort: smallint("effort"),
    effortLine: text("effort_line").notNull().default(""),
    value: smallint("value"),
    valueLine: text("value_line").notNull().default(""),
    weighedBy: idColumn<"person">("weighed_by")
      .notNull()
      .references(() => person.id),
    weighedAt: moment("weighed_at").notNull(),
  },
  (t) => [
    check("idea_weight_range", sql`${t.effort} between 1 and 5 and ${t.value} between 1 and 5`),
    check(
      "idea_weight_lines",
      sql.raw(`char_length(effort_line) <= ${WEIGHT_LINE_MAX} and char_length(value_line) <= ${WEIGHT_LINE_MAX}`),
    ),
  ],
);

/** A way of looking at the desk that a host keeps under a name: the query of its address. */
export const deskView = pgTable(
  "desk_view",
  {
    id: idColumn<"desk-view">("id").primaryKey(),
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    query: text("query").notNull(),
    keptAt: moment("kept_at").notNull(),
  },
  (t) => [
    check("desk_view_name", sql.raw(`char_length(name) between 1 and ${VIEW_NAME_MAX}`)),
    uniqueIndex("desk_view_once").on(t.personId, sql`lower(${t.name})`),
  ],
);

/** Where hosts put an idea in its column of the roadmap. Those without a place follow, the most wanted first. */
export const roadmapPlace = pgTable(
  "roadmap_place",
  {
    ideaId: idColumn<"conversation">("idea_id")
      .primaryKey()
      .references(() => idea.id, { onDelete: "cascade" }),
    place: integer("place").notNull(),
  },
  (t) => [index("roadmap_place_order").on(t.place)],
);
