import { sql } from "drizzle-orm";
import { integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { idColumn, moment } from "@/platform/database/columns";
import { comment, conversation } from "../schema";

/**
 * Words that an edit replaced: of what opened a conversation (`commentId` null) or of a comment. `version` is what they
 * were; the current words stand on the conversation or comment itself. Rows are never
 * changed, but for the name of a closed space that the conversation leaves.
 */
export const revision = pgTable(
  "revision",
  {
    id: idColumn<"revision">("id").primaryKey(),
    conversationId: idColumn<"conversation">("conversation_id")
      .notNull()
      .references(() => conversation.id, { onDelete: "cascade" }),
    commentId: idColumn<"comment">("comment_id").references(() => comment.id, { onDelete: "cascade" }),
    version: integer("version").notNull(),
    /** Empty for a comment. */
    title: text("title").notNull().default(""),
    body: text("body").notNull(),
    writtenAt: moment("written_at").notNull(),
  },
  (t) => [
    uniqueIndex("revision_of_opening").on(t.conversationId, t.version).where(sql`${t.commentId} is null`),
    uniqueIndex("revision_of_comment").on(t.commentId, t.version).where(sql`${t.commentId} is not null`),
  ],
);
