import { sql } from "drizzle-orm";
import { boolean, check, date, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import type { Stage } from "@/stages/shape";
import { ENTRY_KINDS, ENTRY_NAME_MAX, type EntryKind } from "./calendar/shape";
import { ANSWERS, type Answer } from "./missed/shape";
import type { GateRecord } from "./record";

/**
 * A line of the organisation's calendar, as far as the launch is concerned: leave, events, the quiet week, the works
 * council's step, who answers. Removed lines stay: what was judged while they stood is computed with them again.
 */
export const calendarEntry = pgTable(
  "calendar_entry",
  {
    id: idColumn<"calendar-entry">("id").primaryKey(),
    kind: text("kind").$type<EntryKind>().notNull(),
    name: text("name").notNull(),
    /** For leave of one site alone; empty for everybody's. */
    site: text("site").notNull().default(""),
    /** Both days included. */
    fromDay: date("from_day", { mode: "string" }).notNull(),
    untilDay: date("until_day", { mode: "string" }).notNull(),
    enteredBy: idColumn<"person">("entered_by").references(() => person.id, { onDelete: "set null" }),
    enteredAt: moment("entered_at").notNull(),
    removedAt: moment("removed_at"),
  },
  (t) => [
    check("calendar_entry_kind", sql.raw(`kind in (${ENTRY_KINDS.map((kind) => `'${kind}'`).join(", ")})`)),
    check("calendar_entry_name", sql.raw(`char_length(name) between 1 and ${ENTRY_NAME_MAX}`)),
    check("calendar_entry_days", sql`${t.fromDay} <= ${t.untilDay}`),
    index("calendar_entry_by_day").on(t.fromDay, t.id).where(sql`${t.removedAt} is null`),
  ],
);

/**
 * The department and site of each person as they were when the stage began: a unit that is renamed or split later does
 * not move the goal. Whoever came since is read from the directory.
 */
export const personUnit = pgTable("person_unit", {
  personId: idColumn<"person">("person_id")
    .primaryKey()
    .references(() => person.id, { onDelete: "cascade" }),
  department: text("department").notNull(),
  site: text("site").notNull(),
  frozenAt: moment("frozen_at").notNull(),
});

/** What the gates said at the first moment of a day (UTC). One row a day, never changed. */
export const readinessDay = pgTable(
  "readiness_day",
  {
    day: date("day", { mode: "string" }).primaryKey(),
    at: moment("at").notNull(),
    stage: text("stage").$type<Stage>().notNull(),
    ruleVersion: text("rule_version").notNull(),
    ready: boolean("ready").notNull(),
    gates: jsonb("gates").$type<GateRecord[]>().notNull(),
  },
  (t) => [check("readiness_day_stage", sql`${t.stage} in ('groundwork', 'founding', 'early', 'pilot', 'general')`)],
);

/** One time that members were asked whether they would miss the place. */
export const missedRound = pgTable(
  "missed_round",
  {
    id: idColumn<"missed-round">("id").primaryKey(),
    openedBy: idColumn<"person">("opened_by").references(() => person.id, { onDelete: "set null" }),
    openedAt: moment("opened_at").notNull(),
    closesAt: moment("closes_at").notNull(),
    /** How many were asked, which stays when one of them is erased. */
    asked: integer("asked").notNull(),
  },
  (t) => [check("missed_round_asked", sql`${t.asked} > 0`), index("missed_round_by_time").on(t.openedAt)],
);

/** Who was asked, and that they answered; never what. */
export const missedAsk = pgTable(
  "missed_ask",
  {
    roundId: idColumn<"missed-round">("round_id")
      .notNull()
      .references(() => missedRound.id, { onDelete: "cascade" }),
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    hasAnswered: boolean("has_answered").notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.personId] }), index("missed_ask_by_person").on(t.personId)],
);

/** Somebody who never wants to be asked. Nobody is told who; the row goes when they change their mind. */
export const missedNever = pgTable("missed_never", {
  personId: idColumn<"person">("person_id")
    .primaryKey()
    .references(() => person.id, { onDelete: "cascade" }),
  saidAt: moment("said_at").notNull(),
});

/** How many answered what on a day. No row stands for a person, and none tells an hour. */
export const missedAnswer = pgTable(
  "missed_answer",
  {
    roundId: idColumn<"missed-round">("round_id")
      .notNull()
      .references(() => missedRound.id, { onDelete: "cascade" }),
    day: date("day", { mode: "string" }).notNull(),
    answer: text("answer").$type<Answer>().notNull(),
    count: integer("count").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.roundId, t.day, t.answer] }),
    check("missed_answer_known", sql.raw(`answer in (${ANSWERS.map((one) => `'${one}'`).join(", ")})`)),
    check("missed_answer_count", sql`${t.count} > 0`),
  ],
);
