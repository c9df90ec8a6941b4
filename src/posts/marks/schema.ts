import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import { comment, conversation } from "../schema";
import type { ReactionKind } from "./shape";

/**
 * A person's kind sign on what opened a conversation (`commentId` null) or on a comment: one of each kind a person,
 * which the unique indexes hold. It is no contribution: readiness never reads this table.
 */
export const reaction = pgTable(
  "reaction",
  {
    id: idColumn<"reaction">("id").primaryKey(),
    conversationId: idColumn<"conversation">("conversation_id")
      .notNull()
      .references(() => conversation.id, { onDelete: "cascade" }),
    commentId: idColumn<"comment">("comment_id").references(() => comment.id, { onDelete: "cascade" }),
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    kind: text("kind").$type<ReactionKind>().notNull(),
    reactedAt: moment("reacted_at").notNull(),
  },
  (t) => [
    check("reaction_kind", sql`${t.kind} in ('thanks', 'agree', 'insightful', 'celebrate', 'curious', 'support')`),
    uniqueIndex("reaction_on_opening").on(t.conversationId, t.kind, t.personId).where(sql`${t.commentId} is null`),
    uniqueIndex("reaction_on_comment").on(t.commentId, t.kind, t.personId).where(sql`${t.commentId} is not null`),
    index("reaction_by_person").on(t.personId, t.reactedAt),
  ],
);

/** A post that a person keeps for later. Nobody else knows. */
export const bookmark = pgTable(
  "bookmark",
  {
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    conversationId: idColumn<"conversation">("conversation_id")
      .notNull()
      .references(() => conversation.id, { onDelete: "cascade" }),
    savedAt: moment("saved_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.conversationId] }),
    index("bookmark_by_time").on(t.personId, t.savedAt.desc().nullsFirst(), t.conversationId.desc().nullsFirst()),
    index("bookmark_by_conversation").on(t.conversationId),
  ],
);
