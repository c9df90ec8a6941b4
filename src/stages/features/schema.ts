import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import type { Stage } from "../shape";
import type { CohortKind, FeatureState } from "./shape";

/** What an admin said of a feature at a stage, where it differs from what the registry says. */
export const featureRule = pgTable(
  "feature_rule",
  {
    feature: text("feature").notNull(),
    stage: text("stage").$type<Stage>().notNull(),
    kind: text("kind").$type<CohortKind>().notNull(),
    /** The cohort's name; empty for everybody. */
    name: text("name").notNull().default(""),
    state: text("state").$type<FeatureState>().notNull(),
    at: moment("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.stage, t.feature, t.kind, t.name] }),
    check("feature_rule_state", sql`${t.state} in ('off', 'preview', 'on')`),
    check("feature_rule_kind", sql`${t.kind} in ('everybody', 'department', 'site', 'group')`),
    check("feature_rule_cohort", sql`(${t.kind} = 'everybody') = (${t.name} = '')`),
  ],
);

/** What a person said of a feature for themselves; it goes before the rule. */
export const featureChoice = pgTable(
  "feature_choice",
  {
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    feature: text("feature").notNull(),
    choice: text("choice").$type<"in" | "out">().notNull(),
    at: moment("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.feature] }),
    check("feature_choice_known", sql`${t.choice} in ('in', 'out')`),
  ],
);

/** A feature that is shut for everybody, at every stage, until the row is gone. */
export const featureKill = pgTable("feature_kill", {
  feature: text("feature").primaryKey(),
  reason: text("reason").notNull(),
  byPerson: idColumn<"person">("by_person").references(() => person.id, { onDelete: "set null" }),
  at: moment("at").notNull(),
});

/** A feature that a running preview gives to one person. `source` is the idea that it is a preview of. */
export const featureGrant = pgTable(
  "feature_grant",
  {
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    source: uuid("source").notNull(),
    feature: text("feature").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.source] }), index("feature_grant_by_source").on(t.source)],
);

/** A feature that a running preview gives to a whole cohort, or to everybody, whatever the stage. */
export const featureOpening = pgTable(
  "feature_opening",
  {
    source: uuid("source").notNull(),
    feature: text("feature").notNull(),
    kind: text("kind").$type<CohortKind>().notNull(),
    /** The cohort's name; empty for everybody. */
    name: text("name").notNull().default(""),
    at: moment("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.source, t.kind, t.name] }),
    check("feature_opening_kind", sql`${t.kind} in ('everybody', 'department', 'site', 'group')`),
    check("feature_opening_cohort", sql`(${t.kind} = 'everybody') = (${t.name} = '')`),
  ],
);
