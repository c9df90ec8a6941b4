import { sql } from "drizzle-orm";
import { type AnyPgColumn, check, date, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import { conversation } from "@/posts/schema";
import { LOCK_REASON_MAX } from "@/posts/shape";
import type { Stage } from "@/stages/shape";
import type { IdeaStatus, Need } from "./shape";

/** A list of ideas about one thing. Before the stage `opensAt` only hosts and admins see it. */
export const board = pgTable(
  "board",
  {
    id: idColumn<"board">("id").primaryKey(),
    slug: text("slug").notNull().unique(),
    name: text("name").notNull(),
    purpose: text("purpose").notNull().default(""),
    /** `members`: everybody admitted. `hosts`: the team's own. */
    audience: text("audience").$type<"members" | "hosts">().notNull().default("members"),
    opensAt: text("opens_at").$type<Stage>().notNull().default("founding"),
    /** From this stage on members vote; suggesting is open as soon as the board is. */
    votesAt: text("votes_at").$type<Stage>().notNull().default("founding"),
    ideaCount: integer("idea_count").notNull().default(0),
    createdAt: moment("created_at").notNull(),
    archivedAt: moment("archived_at"),
  },
  (t) => [
    check("board_slug_shape", sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(${t.slug}) between 2 and 60`),
    check("board_audience", sql`${t.audience} in ('members', 'hosts')`),
  ],
);

/** A conversation that asks for something, on a board. `voteCount` is kept by the vote actions. */
export const idea = pgTable(
  "idea",
  {
    id: idColumn<"conversation">("id")
      .primaryKey()
      .references(() => conversation.id, { onDelete: "cascade" }),
    boardId: idColumn<"board">("board_id")
      .notNull()
      .references(() => board.id),
    status: text("status").$type<IdeaStatus>().notNull().default("open"),
    /** Who wrote it down, when the author said it in a meeting. */
    recordedBy: idColumn<"person">("recorded_by").references(() => person.id),
    voteCount: integer("vote_count").notNull().default(0),
    promisedFor: date("promised_for", { mode: "string" }),
    createdAt: moment("created_at").notNull(),
    removedAt: moment("removed_at"),
    /**
     * The idea that this one is a double of, while its status is `merged`. Votes and comments stay on the row that they
     * were given to and are read together (`merging/family.ts`), so that a merge can be undone to the letter.
     */
    mergedInto: idColumn<"conversation">("merged_into").references((): AnyPgColumn => idea.id),
    mergedAt: moment("merged_at"),
    mergedBy: idColumn<"person">("merged_by").references(() => person.id),
    /** Since when nobody comments on it any more; the reason is shown in the place of the form. */
    lockedAt: moment("locked_at"),
    lockReason: text("lock_reason").notNull().default(""),
  },
  (t) => [
    check(
      "idea_status",
      sql`${t.status} in ('open', 'under-review', 'planned', 'in-progress', 'in-preview', 'shipped', 'not-now', 'merged')`,
    ),
    check(
      "idea_merged",
      sql`(${t.status} = 'merged') = (${t.mergedInto} is not null) and (${t.mergedInto} is null) = (${t.mergedAt} is null)
        and (${t.mergedInto} is null) = (${t.mergedBy} is null) and ${t.mergedInto} is distinct from ${t.id}`,
    ),
    index("idea_family").on(t.mergedInto).where(sql`${t.mergedInto} is not null`),
    check("idea_lock_reason", sql.raw(`char_length(lock_reason) <= ${LOCK_REASON_MAX}`)),
    check("idea_votes", sql`${t.voteCount} >= 0`),
    index("idea_by_votes")
      .on(t.boardId, t.voteCount.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`${t.removedAt} is null`),
    index("idea_by_time")
      .on(t.boardId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`${t.removedAt} is null`),
  ],
);

/** One person, one voice: the primary key is what makes a double vote impossible. */
export const vote = pgTable(
  "idea_vote",
  {
    ideaId: idColumn<"conversation">("idea_id")
      .notNull()
      .references(() => idea.id, { onDelete: "cascade" }),
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    need: text("need").$type<Need>().notNull(),
    reason: text("reason").notNull().default(""),
    votedAt: moment("voted_at").notNull(),
    /** When the voter last changed it; null while it is as it was given. */
    saidAt: moment("said_at"),
  },
  (t) => [
    primaryKey({ columns: [t.ideaId, t.personId] }),
    check("vote_need", sql`${t.need} in ('like', 'need', 'blocked')`),
    index("vote_by_person").on(t.personId, t.votedAt),
  ],
);

/** Each change of status with the words that explain it. Rows are never changed. */
export const ideaMove = pgTable(
  "idea_move",
  {
    id: idColumn<"idea-move">("id").primaryKey(),
    ideaId: idColumn<"conversation">("idea_id")
      .notNull()
      .references(() => idea.id, { onDelete: "cascade" }),
    fromStatus: text("from_status").$type<IdeaStatus>().notNull(),
    toStatus: text("to_status").$type<IdeaStatus>().notNull(),
    note: text("note").notNull().default(""),
    noteHtml: text("note_html").notNull().default(""),
    promisedFor: date("promised_for", { mode: "string" }),
    movedBy: idColumn<"person">("moved_by")
      .notNull()
      .references(() => person.id),
    movedAt: moment("moved_at").notNull(),
  },
  (t) => [index("idea_move_in_order").on(t.ideaId, t.movedAt)],
);
