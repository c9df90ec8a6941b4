import { sql } from "drizzle-orm";
import { check, index, pgTable, text } from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import { comment, conversation } from "@/posts/schema";
import { THANKS_STATES, THANKS_WORDS_MAX, type ThanksState } from "./shape";

/** One person thanks another, perhaps for something that was written. Nothing counts or ranks these. */
export const thanks = pgTable(
  "thanks",
  {
    id: idColumn<"thanks">("id").primaryKey(),
    fromId: idColumn<"person">("from_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    toId: idColumn<"person">("to_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    words: text("words").notNull(),
    conversationId: idColumn<"conversation">("conversation_id").references(() => conversation.id, {
      onDelete: "set null",
    }),
    commentId: idColumn<"comment">("comment_id").references(() => comment.id, { onDelete: "set null" }),
    state: text("state").$type<ThanksState>().notNull().default("waiting"),
    givenAt: moment("given_at").notNull(),
    answeredAt: moment("answered_at"),
  },
  (t) => [
    check("thanks_to_another", sql`${t.fromId} <> ${t.toId}`),
    check("thanks_words", sql.raw(`char_length(words) between 1 and ${THANKS_WORDS_MAX}`)),
    check("thanks_state", sql.raw(`state in (${THANKS_STATES.map((one) => `'${one}'`).join(", ")})`)),
    index("thanks_to").on(t.toId, t.givenAt, t.id),
    index("thanks_from").on(t.fromId, t.givenAt, t.id),
    index("thanks_for_conversation").on(t.conversationId),
    index("thanks_for_comment").on(t.commentId),
  ],
);
