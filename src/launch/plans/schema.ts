import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import type { Stage } from "@/stages/shape";
import { flip } from "../schema";
import { OPEN_STATES, PLAN_STATES, type PlanState } from "./shape";

/** Why a plan came to its end without a flip: a sentence below `refusals.` and what it is told. */
export type PlanOutcome = { key: string; values: Record<string, string | number> };

const list = (states: readonly string[]) => states.map((state) => `'${state}'`).join(", ");

/**
 * A flip that is not taken yet: it waits for a moment, for a second admin, or for both. At most one is open; its row
 * says how far it came, so that of several workers one carries it out.
 */
export const flipPlan = pgTable(
  "flip_plan",
  {
    id: idColumn<"flip-plan">("id").primaryKey(),
    toStage: text("to_stage").$type<Stage>().notNull(),
    /** The version of the stage that it was decided on. */
    version: integer("version").notNull(),
    proposedBy: idColumn<"person">("proposed_by").references(() => person.id, { onDelete: "set null" }),
    proposedAt: moment("proposed_at").notNull(),
    /** When it is due; null for as soon as a second admin agrees. */
    dueAt: moment("due_at"),
    /** The zone whose clocks it was planned by. */
    timeZone: text("time_zone").notNull(),
    reason: text("reason").notNull(),
    override: text("override").notNull(),
    /** What stood in the way when that was written, by its keys: the override is for these and for nothing else. */
    overrides: text("overrides").array().notNull().default(sql`'{}'::text[]`),
    needsSecond: boolean("needs_second").notNull(),
    approvedBy: idColumn<"person">("approved_by").references(() => person.id, { onDelete: "set null" }),
    approvedAt: moment("approved_at"),
    state: text("state").$type<PlanState>().notNull(),
    closedAt: moment("closed_at"),
    outcome: jsonb("outcome").$type<PlanOutcome>(),
    flipId: idColumn<"flip">("flip_id").references(() => flip.id, { onDelete: "set null" }),
  },
  (t) => [
    check("flip_plan_state", sql.raw(`state in (${list(PLAN_STATES)})`)),
    check("flip_plan_waits", sql`${t.dueAt} is not null or ${t.needsSecond}`),
    check("flip_plan_other", sql`${t.approvedBy} <> ${t.proposedBy}`),
    uniqueIndex("flip_plan_one_open")
      .on(sql`((1))`)
      .where(sql.raw(`state in (${list(OPEN_STATES)})`)),
    index("flip_plan_by_time").on(t.proposedAt),
  ],
);
