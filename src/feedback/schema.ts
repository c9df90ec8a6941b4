import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import { conversation } from "@/posts/schema";
import { LOCK_REASON_MAX } from "@/posts/shape";
import type { Stage } from "@/stages/shape";
import type { BoardAudience, VotersShown } from "./board-shape";
import type { IdeaStatus, LabelKind, Need, Phase } from "./shape";

const tier = (name: string) => text(name).$type<BoardAudience>().notNull().default("hosts");
const cohorts = (name: string) => text(name).array().notNull().default(sql`'{}'::text[]`);

/**
 * A list of ideas about one thing. Before the stage `opensAt` only hosts and admins see it. For each of the four things
 * that one can do there it says who may: everybody inside, some cohorts (`department:R&D`), or the team alone.
 */
export const board = pgTable(
  "board",
  {
    id: idColumn<"board">("id").primaryKey(),
    slug: text("slug").notNull().unique(),
    name: text("name").notNull(),
    purpose: text("purpose").notNull().default(""),
    /** Who sees it: the widest of the four. */
    audience: tier("audience"),
    audienceCohorts: cohorts("audience_cohorts"),
    voteTo: tier("vote_to"),
    voteCohorts: cohorts("vote_cohorts"),
    commentTo: tier("comment_to"),
    commentCohorts: cohorts("comment_cohorts"),
    suggestTo: tier("suggest_to"),
    suggestCohorts: cohorts("suggest_cohorts"),
    opensAt: text("opens_at").$type<Stage>().notNull().default("founding"),
    /** From this stage on members vote; suggesting is open as soon as the board is. */
    votesAt: text("votes_at").$type<Stage>().notNull().default("founding"),
    /** Who is told by name who voted; their number is told to whoever sees the board. */
    votersShown: text("voters_shown").$type<VotersShown>().notNull().default("names"),
    /** How many ideas that wait or are on their way somebody may have a vote on; null for as many as they like. */
    voteBudget: smallint("vote_budget"),
    /** Within how many working days the team promises an answer; null where it promises nothing. */
    answerDays: smallint("answer_days"),
    ideaCount: integer("idea_count").notNull().default(0),
    createdAt: moment("created_at").notNull(),
    archivedAt: moment("archived_at"),
  },
  (t) => [
    check("board_slug_shape", sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(${t.slug}) between 2 and 60`),
    check("board_audience", sql`${t.audience} in ('members', 'cohort', 'hosts')`),
    check(
      "board_access",
      sql`${t.voteTo} in ('members', 'cohort', 'hosts') and ${t.commentTo} in ('members', 'cohort', 'hosts')
        and ${t.suggestTo} in ('members', 'cohort', 'hosts')`,
    ),
    check(
      "board_cohorts",
      sql`(${t.audience} = 'cohort') = (cardinality(${t.audienceCohorts}) > 0)
        and (${t.voteTo} = 'cohort') = (cardinality(${t.voteCohorts}) > 0)
        and (${t.commentTo} = 'cohort') = (cardinality(${t.commentCohorts}) > 0)
        and (${t.suggestTo} = 'cohort') = (cardinality(${t.suggestCohorts}) > 0)`,
    ),
    check("board_voters_shown", sql`${t.votersShown} in ('names', 'counts', 'hosts')`),
    check("board_vote_budget", sql`${t.voteBudget} between 1 and 100`),
    check("board_answer_days", sql`${t.answerDays} between 1 and 60`),
  ],
);

/** A word that sorts ideas: the one category that an idea is of, or a tag, of which it may have several. */
export const boardLabel = pgTable(
  "board_label",
  {
    id: idColumn<"board-label">("id").primaryKey(),
    boardId: idColumn<"board">("board_id")
      .notNull()
      .references(() => board.id, { onDelete: "cascade" }),
    kind: text("kind").$type<LabelKind>().notNull(),
    name: text("name").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    check("board_label_kind", sql`${t.kind} in ('category', 'tag')`),
    check("board_label_name", sql`char_length(${t.name}) between 1 and 40`),
    uniqueIndex("board_label_once").on(t.boardId, t.kind, sql`lower(${t.name})`),
  ],
);

/**
 * A conversation that asks for something, on a board. What the lists are ordered by is kept on the row, and written by
 * the vote actions while they hold it: the votes by need, their weight, and how much is asked for it lately.
 */
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
    /** The status in fewer words, by which lists walk their indexes. */
    phase: text("phase")
      .$type<Phase>()
      .notNull()
      .generatedAlwaysAs(
        sql`case when status in ('open', 'under-review') then 'waiting' when status in ('shipped', 'not-now', 'merged')
          then status else 'coming' end`,
      ),
    /** Who wrote it down, when the author said it in a meeting. */
    recordedBy: idColumn<"person">("recorded_by").references(() => person.id),
    categoryId: idColumn<"board-label">("category_id").references(() => boardLabel.id, { onDelete: "set null" }),
    voteCount: integer("vote_count").notNull().default(0),
    /** Votes that it had where it was imported from, of people who are not known here: told apart, never counted. */
    importedVotes: integer("imported_votes").notNull().default(0),
    likeCount: integer("like_count").notNull().default(0),
    needCount: integer("need_count").notNull().default(0),
    blockedCount: integer("blocked_count").notNull().default(0),
    weight: integer("weight").notNull().generatedAlwaysAs(sql`like_count + 3 * need_count + 9 * blocked_count`),
    /** From how many departments the votes come. */
    departmentCount: integer("department_count").notNull().default(0),
    /** How much is asked for it lately, as a logarithm: see `trend.ts`. */
    trend: doublePrecision("trend").notNull().default(0),
    /** Since when the team owes an answer; null once it was given. */
    waitingSince: moment("waiting_since"),
    /** When the first answer was given. */
    answeredAt: moment("answered_at"),
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
    check("idea_votes", sql`least(${t.likeCount}, ${t.needCount}, ${t.blockedCount}, ${t.departmentCount}) >= 0`),
    check("idea_votes_by_need", sql`${t.voteCount} = ${t.likeCount} + ${t.needCount} + ${t.blockedCount}`),
    index("idea_by_votes")
      .on(t.boardId, t.phase, t.voteCount.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`${t.removedAt} is null`),
    index("idea_by_weight")
      .on(t.boardId, t.phase, t.weight.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`${t.removedAt} is null`),
    index("idea_by_trend")
      .on(t.boardId, t.phase, t.trend.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`${t.removedAt} is null`),
    index("idea_by_phase_and_time")
      .on(t.boardId, t.phase, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`${t.removedAt} is null`),
    index("idea_by_time")
      .on(t.boardId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`${t.removedAt} is null`),
    index("idea_waiting")
      .on(t.boardId, t.waitingSince, t.id)
      .where(sql`${t.removedAt} is null and ${t.waitingSince} is not null`),
    index("idea_answered")
      .on(t.boardId, t.answeredAt)
      .where(sql`${t.removedAt} is null and ${t.answeredAt} is not null`),
    index("idea_by_category").on(t.categoryId).where(sql`${t.removedAt} is null and ${t.categoryId} is not null`),
  ],
);

/** The tags of an idea. */
export const ideaTag = pgTable(
  "idea_tag",
  {
    ideaId: idColumn<"conversation">("idea_id")
      .notNull()
      .references(() => idea.id, { onDelete: "cascade" }),
    labelId: idColumn<"board-label">("label_id")
      .notNull()
      .references(() => boardLabel.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.ideaId, t.labelId] }), index("idea_tag_by_label").on(t.labelId, t.ideaId)],
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
    /** Where the voter worked when they voted, so that taking the vote back counts what it had counted. */
    department: text("department").notNull().default(""),
    votedAt: moment("voted_at").notNull(),
    /** When the voter last changed it; null while it is as it was given. */
    saidAt: moment("said_at"),
  },
  (t) => [
    primaryKey({ columns: [t.ideaId, t.personId] }),
    check("vote_need", sql`${t.need} in ('like', 'need', 'blocked')`),
    index("vote_by_person").on(t.personId, t.votedAt),
    index("vote_by_department").on(t.ideaId, t.department),
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
