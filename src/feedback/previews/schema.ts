import { sql } from "drizzle-orm";
import { boolean, check, date, index, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import type { FeatureKey } from "@/stages/features/shape";
import { idea } from "../schema";
import { NEEDED_MAX, type PreviewAudience, type Solved, type StepKind, USES_ASKED } from "./shape";

/**
 * An idea that is a preview of a feature. It begins when enough people who asked for it would try it, and is withdrawn
 * or, with the idea, shipped. What it gives to whom stands in `feature_grant` and `feature_opening`.
 */
export const preview = pgTable(
  "preview",
  {
    ideaId: idColumn<"conversation">("idea_id")
      .primaryKey()
      .references(() => idea.id, { onDelete: "cascade" }),
    feature: text("feature").$type<FeatureKey>().notNull(),
    tiedAt: moment("tied_at").notNull(),
    startedAt: moment("started_at"),
    /** Whoever votes has it too. */
    voters: boolean("voters").notNull().default(false),
    withdrawnAt: moment("withdrawn_at"),
    /** Since when everybody has it; an idea that is reopened afterwards is no preview again. */
    shippedAt: moment("shipped_at"),
  },
  (t) => [index("preview_by_feature").on(t.feature)],
);

/** What became of a preview: who did it, why, and for whom. Rows are never changed. */
export const previewStep = pgTable(
  "preview_step",
  {
    id: idColumn<"preview-step">("id").primaryKey(),
    ideaId: idColumn<"conversation">("idea_id")
      .notNull()
      .references(() => preview.ideaId, { onDelete: "cascade" }),
    kind: text("kind").$type<StepKind>().notNull(),
    audience: text("audience").$type<PreviewAudience>(),
    /** The cohort's name, where the audience has one. */
    name: text("name").notNull().default(""),
    note: text("note").notNull().default(""),
    byPerson: idColumn<"person">("by_person").references(() => person.id, { onDelete: "set null" }),
    at: moment("at").notNull(),
  },
  (t) => [
    check("preview_step_kind", sql`${t.kind} in ('tied', 'started', 'widened', 'shipped', 'withdrawn')`),
    index("preview_step_in_order").on(t.ideaId, t.at),
  ],
);

/** Somebody who would try it. The row goes when they leave. */
export const previewVolunteer = pgTable(
  "preview_volunteer",
  {
    ideaId: idColumn<"conversation">("idea_id")
      .notNull()
      .references(() => preview.ideaId, { onDelete: "cascade" }),
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    at: moment("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.ideaId, t.personId] }), index("preview_volunteer_by_person").on(t.personId)],
);

/**
 * How often somebody has used what they try, up to the number after which they are asked, and in which month they began:
 * no more. The row goes with the answer, and after 13 months.
 */
export const previewUse = pgTable(
  "preview_use",
  {
    ideaId: idColumn<"conversation">("idea_id")
      .notNull()
      .references(() => preview.ideaId, { onDelete: "cascade" }),
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    uses: smallint("uses").notNull(),
    month: date("month", { mode: "string" }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ideaId, t.personId] }),
    check("preview_use_count", sql.raw(`uses between 1 and ${USES_ASKED}`)),
    index("preview_use_by_month").on(t.month),
  ],
);

/** Whether it solves what somebody needed, in their words; without an answer they do not want to be asked again. */
export const previewAnswer = pgTable(
  "preview_answer",
  {
    ideaId: idColumn<"conversation">("idea_id")
      .notNull()
      .references(() => preview.ideaId, { onDelete: "cascade" }),
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    solved: text("solved").$type<Solved>(),
    words: text("words").notNull().default(""),
    /** Whether the hosts may read the words with their name. */
    named: boolean("named").notNull().default(false),
    at: moment("at").notNull(),
    /** When they first said whether it does; stays, whatever they say later. */
    reportedAt: moment("reported_at"),
  },
  (t) => [
    primaryKey({ columns: [t.ideaId, t.personId] }),
    check("preview_answer_known", sql`${t.solved} in ('yes', 'partly', 'no')`),
    check("preview_answer_reported", sql`${t.solved} is null or ${t.reportedAt} is not null`),
    check("preview_answer_words", sql`${t.solved} is not null or ${t.words} = ''`),
  ],
);

/** How many have to be ready before a preview begins, in at most one row; without it the default holds. */
export const previewRule = pgTable(
  "preview_rule",
  {
    only: boolean("only").primaryKey().default(true),
    needed: smallint("needed").notNull(),
  },
  (t) => [
    check("preview_rule_one_row", sql`${t.only}`),
    check("preview_rule_needed", sql.raw(`needed between 1 and ${NEEDED_MAX}`)),
  ],
);
