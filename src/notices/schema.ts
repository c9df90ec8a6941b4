import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { offerAsk } from "@/care/offers/schema";
import { thanks } from "@/care/thanks/schema";
import { flipPlan } from "@/launch/plans/schema";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import { comment, conversation } from "@/posts/schema";
import { space } from "@/spaces/schema";
import { NOTICE_KINDS, type NoticeKind, type Why } from "./shape";

/**
 * One thing that a person is told of: for a conversation all that was said in it since they last looked. The row stays
 * when it is read and comes up again when more happens, so a thread is never told twice at once. Who said what is read
 * from the conversation when the notice is shown, so what was removed meanwhile is not told.
 */
export const notice = pgTable(
  "notice",
  {
    id: idColumn<"notice">("id").primaryKey(),
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    /**
     * What is told together: `talk:<conversation>`, `idea:<conversation>`, `merge:<merged idea>` and
     * `unmerge:<the same, on its own again>`, an idea's preview, credits and changelog entry (`preview:<conversation>`, `credit:<conversation>`, `entry:<conversation>`), the kind signs on one
     * thing and that it was taken as the answer (`sign:<comment or conversation>`, `answer:<comment>`),
     * `promise:<conversation>`, `note:<note>`, `thanks:<thanks>`, `help:<ask>`, `plan:<plan>`.
     */
    bundle: text("bundle").notNull(),
    kind: text("kind").$type<NoticeKind>().notNull(),
    /** The strongest reason of those that hold since they last looked. */
    why: text("why").$type<Why>().notNull(),
    conversationId: idColumn<"conversation">("conversation_id").references(() => conversation.id, {
      onDelete: "cascade",
    }),
    /** For what happened to a space itself. */
    spaceId: idColumn<"space">("space_id").references(() => space.id, { onDelete: "cascade" }),
    /** What is between two people. When it goes, nothing is left to tell. */
    thanksId: idColumn<"thanks">("thanks_id").references(() => thanks.id, { onDelete: "cascade" }),
    askId: idColumn<"offer-ask">("ask_id").references(() => offerAsk.id, { onDelete: "cascade" }),
    /** A flip that the person planned. */
    planId: idColumn<"flip-plan">("plan_id").references(() => flipPlan.id, { onDelete: "cascade" }),
    /** The first comment that is new, or to which something happened; none when it is the opening. */
    commentId: idColumn<"comment">("comment_id").references(() => comment.id, { onDelete: "cascade" }),
    /** Who did it last; none for Levain itself. */
    actorId: idColumn<"person">("actor_id").references(() => person.id, { onDelete: "set null" }),
    /** When the first new thing happened, and the last. */
    since: moment("since").notNull(),
    lastAt: moment("last_at").notNull(),
    readAt: moment("read_at"),
    /** When it is mailed, unless it is read before, and the first thing that the mail is to tell. */
    mailDueAt: moment("mail_due_at"),
    mailFrom: moment("mail_from"),
    /** Up to when it stood in a digest, and was shown on the person's devices. */
    digestedAt: moment("digested_at"),
    pushedAt: moment("pushed_at"),
  },
  (t) => [
    check("notice_kind", sql.raw(`kind in (${NOTICE_KINDS.map((kind) => `'${kind}'`).join(", ")})`)),
    uniqueIndex("notice_once").on(t.personId, t.bundle),
    index("notice_by_time").on(t.personId, t.lastAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("notice_unread")
      .on(t.personId, t.lastAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`${t.readAt} is null`),
    index("notice_mail_due").on(t.mailDueAt).where(sql`${t.mailDueAt} is not null`),
    index("notice_by_bundle").on(t.bundle),
    index("notice_by_conversation").on(t.conversationId),
    index("notice_by_space").on(t.spaceId),
    index("notice_by_comment").on(t.commentId),
    index("notice_by_thanks").on(t.thanksId).where(sql`${t.thanksId} is not null`),
    index("notice_by_plan").on(t.planId).where(sql`${t.planId} is not null`),
    index("notice_by_ask").on(t.askId).where(sql`${t.askId} is not null`),
  ],
);
