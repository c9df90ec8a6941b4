import { sql } from "drizzle-orm";
import { type AnyPgColumn, boolean, check, index, integer, jsonb, pgTable, smallint, text } from "drizzle-orm/pg-core";
import { file, person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import { space } from "@/spaces/schema";
import type { ReactionCounts } from "./marks/shape";
import {
  type ConversationKind,
  IMPORTED_BODY_MAX,
  type Language,
  LOCK_REASON_MAX,
  type PostKind,
  TITLE_MAX,
} from "./shape";

/**
 * What posts and ideas share: somebody opened it, others comment. One table for both, so that readiness, search and
 * notices read one stream, and a mail counts exactly as a post does. Who may see it is decided by what stands on it.
 */
export const conversation = pgTable(
  "conversation",
  {
    id: idColumn<"conversation">("id").primaryKey(),
    kind: text("kind").$type<ConversationKind>().notNull(),
    authorId: idColumn<"person">("author_id")
      .notNull()
      .references(() => person.id),
    title: text("title").notNull(),
    /** Markdown as written. */
    body: text("body").notNull(),
    /** The same, rendered and sanitised when it was written, so that reading costs no parsing. */
    bodyHtml: text("body_html").notNull(),
    /** Which version of the rendering made it; older ones are made again by a job. */
    renderVersion: integer("render_version").notNull().default(0),
    /** The beginning as plain text, for lists. */
    excerpt: text("excerpt").notNull().default(""),
    /** The language it is written in, for search and for reading aloud; null when it cannot be told. */
    language: text("language").$type<Language>(),
    createdAt: moment("created_at").notNull(),
    editedAt: moment("edited_at"),
    /** Counts the edits from 1 on; an edit names the version that it started from. */
    version: integer("version").notNull().default(1),
    /** How many people reacted in each way; kept by the actions, ways that nobody chose are left out. */
    reactionCounts: jsonb("reaction_counts").$type<ReactionCounts>().notNull().default({}),
    removedAt: moment("removed_at"),
    /** Set beside `removedAt` while hosts look at it: what is hidden is removed to all, and may come back. */
    hiddenAt: moment("hidden_at"),
    commentCount: integer("comment_count").notNull().default(0),
    lastActivityAt: moment("last_activity_at").notNull(),
    /** How it came in; a mail's Message-ID stands in the imports room. */
    via: text("via").$type<"web" | "mail" | "import">().notNull().default("web"),
  },
  (t) => [
    check("conversation_language", sql`${t.language} in ('en', 'fr')`),
    check("conversation_kind", sql`${t.kind} in ('post', 'idea')`),
    check("conversation_title", sql.raw(`char_length(title) between 1 and ${TITLE_MAX}`)),
    check("conversation_body", sql.raw(`char_length(body) <= ${IMPORTED_BODY_MAX}`)),
    check("conversation_hidden", sql`${t.hiddenAt} is null or ${t.removedAt} is not null`),
    check("conversation_count", sql`${t.commentCount} >= 0`),
    index("conversation_by_author").on(t.authorId, t.createdAt.desc().nullsFirst()),
    index("conversation_by_time").on(t.createdAt),
    index("conversation_by_rendering").on(t.renderVersion),
  ],
);

/** A conversation that stands in a space. `lastActivityAt` repeats the conversation's, for the index of the feed. */
export const post = pgTable(
  "post",
  {
    id: idColumn<"conversation">("id")
      .primaryKey()
      .references(() => conversation.id, { onDelete: "cascade" }),
    spaceId: idColumn<"space">("space_id")
      .notNull()
      .references(() => space.id),
    kind: text("kind").$type<PostKind>().notNull(),
    lastActivityAt: moment("last_activity_at").notNull(),
    removedAt: moment("removed_at"),
    /** Who took it away, and may bring it back for a minute. */
    removedBy: idColumn<"person">("removed_by").references(() => person.id, { onDelete: "set null" }),
    /** Since when nobody comments on it any more; the reason is shown in the place of the form. */
    lockedAt: moment("locked_at"),
    lockReason: text("lock_reason").notNull().default(""),
    /** Since when it stands first in its space. */
    pinnedAt: moment("pinned_at"),
    /** The comment that answers a question, as its author or whoever runs the space sees it. */
    acceptedCommentId: idColumn<"comment">("accepted_comment_id").references((): AnyPgColumn => comment.id, {
      onDelete: "set null",
    }),
    /** An announcement may ask its readers to say that they have read it; the count is kept by the action. */
    asksSeen: boolean("asks_seen").notNull().default(false),
    seenCount: integer("seen_count").notNull().default(0),
  },
  (t) => [
    check("post_kind", sql`${t.kind} in ('discussion', 'question', 'announcement', 'poll', 'event')`),
    index("post_questions")
      .on(t.spaceId, t.lastActivityAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`${t.removedAt} is null and ${t.kind} = 'question'`),
    check("post_lock_reason", sql.raw(`char_length(lock_reason) <= ${LOCK_REASON_MAX}`)),
    check("post_answer", sql`${t.acceptedCommentId} is null or ${t.kind} = 'question'`),
    check("post_seen", sql`${t.seenCount} >= 0 and (${t.kind} = 'announcement' or not ${t.asksSeen})`),
    index("post_pinned").on(t.spaceId, t.pinnedAt).where(sql`${t.pinnedAt} is not null and ${t.removedAt} is null`),
    index("post_by_answer").on(t.acceptedCommentId).where(sql`${t.acceptedCommentId} is not null`),
    index("post_by_activity")
      .on(t.spaceId, t.lastActivityAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`${t.removedAt} is null`),
  ],
);

/** One contribution to a conversation. `parentId` is the comment that it answers, null when it answers the opening. */
export const comment = pgTable(
  "comment",
  {
    id: idColumn<"comment">("id").primaryKey(),
    conversationId: idColumn<"conversation">("conversation_id")
      .notNull()
      .references(() => conversation.id, { onDelete: "cascade" }),
    parentId: idColumn<"comment">("parent_id").references((): AnyPgColumn => comment.id, { onDelete: "set null" }),
    authorId: idColumn<"person">("author_id")
      .notNull()
      .references(() => person.id),
    body: text("body").notNull(),
    bodyHtml: text("body_html").notNull(),
    renderVersion: integer("render_version").notNull().default(0),
    language: text("language").$type<Language>(),
    createdAt: moment("created_at").notNull(),
    editedAt: moment("edited_at"),
    version: integer("version").notNull().default(1),
    reactionCounts: jsonb("reaction_counts").$type<ReactionCounts>().notNull().default({}),
    removedAt: moment("removed_at"),
    /** As for a conversation: set beside `removedAt` while hosts look at it. */
    hiddenAt: moment("hidden_at"),
    removedBy: idColumn<"person">("removed_by").references(() => person.id, { onDelete: "set null" }),
    via: text("via").$type<"web" | "mail" | "import">().notNull().default("web"),
    /**
     * The comment under which it stands: the one that began this branch, itself when it answers the opening. With its
     * moment it gives the order of the page, answers under what they answer, from one index. A trigger writes both.
     */
    threadId: idColumn<"comment">("thread_id").notNull().default(sql`gen_random_uuid()`),
    threadAt: moment("thread_at").notNull().default(sql`now()`),
  },
  (t) => [
    check("comment_hidden", sql`${t.hiddenAt} is null or ${t.removedAt} is not null`),
    check("comment_language", sql`${t.language} in ('en', 'fr')`),
    check("comment_body", sql.raw(`char_length(body) <= ${IMPORTED_BODY_MAX}`)),
    index("comment_in_order").on(t.conversationId, t.createdAt, t.id),
    index("comment_in_thread").on(
      t.conversationId,
      t.threadAt,
      t.threadId,
      sql`(${t.threadId} <> ${t.id})`,
      t.createdAt,
      t.id,
    ),
    index("comment_by_author").on(t.authorId, t.createdAt.desc().nullsFirst()),
    index("comment_by_time").on(t.createdAt),
    index("comment_by_parent").on(t.parentId),
    index("comment_by_rendering").on(t.renderVersion),
  ],
);

/**
 * A file that hangs on words: on what opened a conversation, or on a comment in it. `listed` says that it stands below
 * the words; a picture that the words themselves show does not. It goes when its words let go of it.
 */
export const attachment = pgTable(
  "attachment",
  {
    fileId: idColumn<"file">("file_id")
      .primaryKey()
      .references(() => file.id, { onDelete: "cascade" }),
    conversationId: idColumn<"conversation">("conversation_id")
      .notNull()
      .references(() => conversation.id, { onDelete: "cascade" }),
    commentId: idColumn<"comment">("comment_id").references(() => comment.id, { onDelete: "cascade" }),
    listed: boolean("listed").notNull(),
    place: smallint("place").notNull(),
  },
  (t) => [index("attachment_by_words").on(t.conversationId, t.commentId)],
);
