import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import { comment, conversation } from "../schema";
import { type ModerationVerb, REASON_MAX, REPORT_WORDS_MAX, type ReportReason, type Taken } from "./shape";

/**
 * Words that hosts look at, or looked at: one row a thing, however many reported it. Its id is the comment's, or the
 * conversation's for what opened it.
 */
export const moderationCase = pgTable(
  "moderation_case",
  {
    id: idColumn<"thing">("id").primaryKey(),
    conversationId: idColumn<"conversation">("conversation_id")
      .notNull()
      .references(() => conversation.id, { onDelete: "cascade" }),
    commentId: idColumn<"comment">("comment_id").references(() => comment.id, { onDelete: "cascade" }),
    /** Whose words they are: these never decide. */
    authorId: idColumn<"person">("author_id")
      .notNull()
      .references(() => person.id),
    /** When it came to the hosts, this time. */
    openedAt: moment("opened_at").notNull(),
    reportCount: integer("report_count").notNull().default(0),
    /** Whether somebody reported it as harassment since it was opened. */
    grave: boolean("grave").notNull().default(false),
    taken: text("taken").$type<Taken>(),
    settledAt: moment("settled_at"),
  },
  (t) => [
    check("moderation_case_taken", sql`${t.taken} in ('hidden', 'removed')`),
    index("moderation_open").on(t.openedAt, t.id).where(sql`${t.settledAt} is null`),
    index("moderation_settled")
      .on(t.settledAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`${t.settledAt} is not null`),
    index("moderation_by_conversation").on(t.conversationId),
    index("moderation_by_comment").on(t.commentId),
    index("moderation_by_author").on(t.authorId),
  ],
);

/** Somebody said that words should be looked at. Hosts alone read it, and whoever is reported never learns who it was. */
export const report = pgTable(
  "report",
  {
    caseId: idColumn<"thing">("case_id")
      .notNull()
      .references(() => moderationCase.id, { onDelete: "cascade" }),
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    reason: text("reason").$type<ReportReason>().notNull(),
    words: text("words").notNull().default(""),
    reportedAt: moment("reported_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.personId] }),
    check("report_words", sql.raw(`char_length(words) <= ${REPORT_WORDS_MAX}`)),
    index("report_by_person").on(t.personId, t.reportedAt),
  ],
);

/** One thing that somebody of the hosts did, with the reason that they gave. Never changed: what undoes it is a row of its own. */
export const moderationAct = pgTable(
  "moderation_act",
  {
    id: idColumn<"moderation-act">("id").primaryKey(),
    caseId: idColumn<"thing">("case_id")
      .notNull()
      .references(() => moderationCase.id, { onDelete: "cascade" }),
    /** Whom it concerns: the author of the words. */
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    byId: idColumn<"person">("by_id").references(() => person.id, { onDelete: "set null" }),
    verb: text("verb").$type<ModerationVerb>().notNull(),
    reason: text("reason").notNull(),
    /** Until when, for a place that was closed. */
    until: moment("until"),
    at: moment("at").notNull(),
  },
  (t) => [
    check("moderation_act_reason", sql.raw(`char_length(reason) <= ${REASON_MAX}`)),
    index("moderation_act_by_case").on(t.caseId, t.at),
    index("moderation_act_by_person").on(t.personId, t.at.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("moderation_act_by_actor").on(t.byId),
  ],
);
