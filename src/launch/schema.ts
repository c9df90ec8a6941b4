import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import type { GateRecord } from "@/readiness/record";
import { admission } from "@/stages/schema";
import type { Stage } from "@/stages/shape";
import type { Helps, ReviewedGate } from "./shape";

/** What a flip changed, counted at its moment. */
export type FlipEffect = {
  gained: number;
  lost: number;
  letters: number;
  spacesOpened: number;
  spacesClosed: number;
  boardsOpened: number;
  boardsClosed: number;
  emptyRooms: number;
  /** Who would have lost entry and wrote something: they stay. Not told by flips of before that promise. */
  kept?: number | undefined;
};

/** One step on the ladder, up or down, with everything that was known when it was taken. Rows are never changed. */
export const flip = pgTable(
  "flip",
  {
    id: idColumn<"flip">("id").primaryKey(),
    fromStage: text("from_stage").$type<Stage>().notNull(),
    toStage: text("to_stage").$type<Stage>().notNull(),
    version: integer("version").notNull().unique(),
    flippedBy: idColumn<"person">("flipped_by").references(() => person.id, { onDelete: "set null" }),
    flippedAt: moment("flipped_at").notNull(),
    reason: text("reason").notNull().default(""),
    overridden: boolean("overridden").notNull().default(false),
    overrideReason: text("override_reason").notNull().default(""),
    ruleVersion: text("rule_version").notNull().default(""),
    gates: jsonb("gates").$type<GateRecord[]>().notNull(),
    effect: jsonb("effect").$type<FlipEffect>().notNull(),
    /** The second admin, where the step needed one. */
    approvedBy: idColumn<"person">("approved_by").references(() => person.id, { onDelete: "set null" }),
    /** The flip that this one takes back. */
    undoes: idColumn<"flip">("undoes")
      .unique()
      .references((): AnyPgColumn => flip.id, { onDelete: "cascade" }),
  },
  (t) => [
    check("flip_moves", sql`${t.fromStage} <> ${t.toStage}`),
    check("flip_override_reason", sql`not ${t.overridden} or char_length(${t.overrideReason}) > 0`),
    index("flip_in_order").on(t.flippedAt),
  ],
);

/**
 * What a flip holds back for a while, in which it can be taken back. Undoing it and letting its letters go both write
 * this row, and never both succeed.
 */
export const flipHold = pgTable(
  "flip_hold",
  {
    flipId: idColumn<"flip">("flip_id")
      .primaryKey()
      .references(() => flip.id, { onDelete: "cascade" }),
    until: moment("until").notNull(),
    /** Since when the stage had been what it was before the flip. */
    sinceBefore: moment("since_before").notNull(),
    /** When the first of what was held back left: from then on there is no way back as if nothing had happened. */
    letGoAt: moment("let_go_at"),
    undoneAt: moment("undone_at"),
  },
  (t) => [check("flip_hold_one_end", sql`${t.letGoAt} is null or ${t.undoneAt} is null`)],
);

/**
 * Core gates that held when a stage was opened and fell under half of what they asked, three weeks in a row. Told once;
 * closed when they hold again.
 */
export const gateAlarm = pgTable(
  "gate_alarm",
  {
    id: idColumn<"gate-alarm">("id").primaryKey(),
    flipId: idColumn<"flip">("flip_id")
      .notNull()
      .references(() => flip.id, { onDelete: "cascade" }),
    gates: text("gates").array().notNull(),
    raisedAt: moment("raised_at").notNull(),
    closedAt: moment("closed_at"),
  },
  (t) => [uniqueIndex("gate_alarm_one_open").on(t.flipId).where(sql`${t.closedAt} is null`)],
);

/** What the gates that did not hold at a flip said four weeks later. Told once to the team; rows are never changed. */
export const flipReview = pgTable("flip_review", {
  flipId: idColumn<"flip">("flip_id")
    .primaryKey()
    .references(() => flip.id, { onDelete: "cascade" }),
  gates: jsonb("gates").$type<ReviewedGate[]>().notNull(),
  reviewedAt: moment("reviewed_at").notNull(),
});

/** How a flip touches a person; see effect.ts. */
export const CHANGES = ["gained", "lost", "kept", "waits"] as const;
export type Change = (typeof CHANGES)[number];

/** Whom a flip touched: whom its letters go to, and of whom one can ask later whether they came back. */
export const flipChange = pgTable(
  "flip_change",
  {
    flipId: idColumn<"flip">("flip_id")
      .notNull()
      .references(() => flip.id, { onDelete: "cascade" }),
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    change: text("change").$type<Change>().notNull(),
    /** Written to: somebody known from an old archive alone is not. */
    letter: boolean("letter").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.flipId, t.personId] }),
    check("flip_change_known", sql`${t.change} in ('gained', 'lost', 'kept', 'waits')`),
    index("flip_change_by_person").on(t.personId),
  ],
);

/** A letter that asks a person in. It stands on an admission, which is what opens the door. */
export const invitation = pgTable(
  "invitation",
  {
    id: idColumn<"invitation">("id").primaryKey(),
    admissionId: idColumn<"admission">("admission_id")
      .notNull()
      .unique()
      .references(() => admission.id, { onDelete: "cascade" }),
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    address: text("address").notNull(),
    note: text("note").notNull().default(""),
    invitedBy: idColumn<"person">("invited_by")
      .notNull()
      .references(() => person.id),
    invitedAt: moment("invited_at").notNull(),
    /** When the letter last left; later than `invitedAt` once it was sent again. */
    sentAt: moment("sent_at"),
  },
  (t) => [index("invitation_by_time").on(t.invitedAt, t.id), index("invitation_by_person").on(t.personId)],
);

/** A person at the door who asked to come in. One open request a person. */
export const joinRequest = pgTable(
  "join_request",
  {
    id: idColumn<"join-request">("id").primaryKey(),
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    needs: text("needs").notNull().default(""),
    brings: text("brings").notNull().default(""),
    helps: text("helps").$type<Helps>().notNull().default(""),
    /** Whom they know here, in their own words: hosts read it, nothing is matched with it. */
    knows: text("knows").notNull().default(""),
    askedAt: moment("asked_at").notNull(),
    /** Set when the person was invited or took the request back. */
    closedAt: moment("closed_at"),
    /** The flip that let the person in, which may be taken back. */
    closedByFlip: idColumn<"flip">("closed_by_flip").references(() => flip.id, { onDelete: "set null" }),
  },
  (t) => [
    check("join_request_helps", sql`${t.helps} in ('', 'yes', 'later')`),
    uniqueIndex("join_request_one_open").on(t.personId).where(sql`${t.closedAt} is null`),
    index("join_request_by_time").on(t.askedAt, t.id).where(sql`${t.closedAt} is null`),
    index("join_request_by_flip").on(t.closedByFlip).where(sql`${t.closedByFlip} is not null`),
  ],
);
