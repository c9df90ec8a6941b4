import { sql } from "drizzle-orm";
import { check, index, pgTable, unique } from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import { space } from "@/spaces/schema";
import { comment, conversation } from "../schema";

/**
 * Somebody named in a text, who may read it: a person, or everybody with a place in a space. `commentId` is null for
 * what opened the conversation. A text that is changed loses the rows of those it names no longer.
 */
export const mention = pgTable(
  "mention",
  {
    conversationId: idColumn<"conversation">("conversation_id")
      .notNull()
      .references(() => conversation.id, { onDelete: "cascade" }),
    commentId: idColumn<"comment">("comment_id").references(() => comment.id, { onDelete: "cascade" }),
    personId: idColumn<"person">("person_id").references(() => person.id, { onDelete: "cascade" }),
    spaceId: idColumn<"space">("space_id").references(() => space.id, { onDelete: "cascade" }),
    madeAt: moment("made_at").notNull(),
  },
  (t) => [
    check("mention_one_thing", sql`num_nonnulls(${t.personId}, ${t.spaceId}) = 1`),
    unique("mention_once").on(t.conversationId, t.commentId, t.personId, t.spaceId).nullsNotDistinct(),
    index("mention_by_person").on(t.personId, t.madeAt.desc().nullsFirst()),
    index("mention_by_comment").on(t.commentId),
  ],
);
