import { sql } from "drizzle-orm";
import { check, index, pgTable, text } from "drizzle-orm/pg-core";
import { letter } from "@/mail/schema";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import { conversation } from "@/posts/schema";
import { notice } from "../schema";
import { DECISIONS, type DecisionReason } from "./decide";

/**
 * What was decided about one mail, and why: that it was written, that it waits, or that it never came. The person reads
 * it of their own mails; admins see how many there were of each. It holds no words, and is swept after 90 days.
 */
export const mailDecision = pgTable(
  "mail_decision",
  {
    id: idColumn<"mail-decision">("id").primaryKey(),
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    /** None for a digest. */
    noticeId: idColumn<"notice">("notice_id").references(() => notice.id, { onDelete: "set null" }),
    conversationId: idColumn<"conversation">("conversation_id").references(() => conversation.id, {
      onDelete: "set null",
    }),
    reason: text("reason").$type<DecisionReason>().notNull(),
    letterId: idColumn<"letter">("letter_id").references(() => letter.id, { onDelete: "set null" }),
    at: moment("at").notNull(),
  },
  (t) => [
    check("mail_decision_reason", sql.raw(`reason in (${DECISIONS.map((one) => `'${one}'`).join(", ")})`)),
    index("mail_decision_by_person").on(t.personId, t.at.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("mail_decision_by_time").on(t.at),
    index("mail_decision_by_notice").on(t.noticeId),
    index("mail_decision_by_conversation").on(t.conversationId),
    index("mail_decision_by_letter").on(t.letterId),
  ],
);
