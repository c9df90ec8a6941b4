import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import { comment, conversation } from "@/posts/schema";
import type { IncomingOutcome } from "./shape";

/**
 * The address at which one person answers one conversation by mail: `reply+<token>`. Only that person is told it, so
 * it says who answers and where, whatever the mail's own headers claim.
 */
export const replyAddress = pgTable(
  "reply_address",
  {
    token: text("token").primaryKey(),
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    conversationId: idColumn<"conversation">("conversation_id")
      .notNull()
      .references(() => conversation.id, { onDelete: "cascade" }),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("reply_address_once").on(t.personId, t.conversationId),
    index("reply_address_by_conversation").on(t.conversationId),
  ],
);

/**
 * A mail that came in to one of our addresses, and what became of it; never its words. The row is written before the
 * mail is acted on, so that the same mail handed over twice is acted on once.
 */
export const incomingMail = pgTable(
  "incoming_mail",
  {
    id: idColumn<"incoming-mail">("id").primaryKey(),
    /** First 128 bits of the SHA-256 of the Message-ID, base64url. */
    messageHash: text("message_hash").notNull(),
    /** What stood before the @ of the address that it came to. */
    mailbox: text("mailbox").notNull(),
    personId: idColumn<"person">("person_id").references(() => person.id, { onDelete: "set null" }),
    outcome: text("outcome").$type<IncomingOutcome>().notNull(),
    /** Why it was not taken, as a key of the refusals; empty otherwise. */
    reason: text("reason").notNull().default(""),
    conversationId: idColumn<"conversation">("conversation_id").references(() => conversation.id, {
      onDelete: "set null",
    }),
    commentId: idColumn<"comment">("comment_id").references(() => comment.id, { onDelete: "set null" }),
    at: moment("at").notNull(),
  },
  (t) => [
    check("incoming_mail_outcome", sql`${t.outcome} in ('under-way', 'taken', 'ignored', 'refused')`),
    uniqueIndex("incoming_mail_once").on(t.messageHash, t.mailbox),
    index("incoming_mail_by_time").on(t.at, t.id),
    index("incoming_mail_by_person").on(t.personId),
    index("incoming_mail_by_conversation").on(t.conversationId),
    index("incoming_mail_by_comment").on(t.commentId),
  ],
);
