import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { idColumn, moment } from "@/platform/database/columns";
import { tsvector } from "@/platform/database/text-search";

/**
 * What search reads: a row for each opening and each comment that has words, written by triggers in the transaction that
 * writes these, so that no action, import or COPY can forget it. It stands apart from them because a thread that is read
 * should not carry its words twice. It decides nothing: who may see a row is asked of the post or idea it belongs to.
 */
export const searchPassage = pgTable(
  "search_passage",
  {
    /** The comment's id; an opening has its conversation's. */
    id: uuid("id").primaryKey(),
    conversationId: idColumn<"conversation">("conversation_id").notNull(),
    /** Where the conversation stands: one of the two. */
    spaceId: idColumn<"space">("space_id"),
    boardId: idColumn<"board">("board_id"),
    authorId: idColumn<"person">("author_id").notNull(),
    /** What the conversation is: a kind of post, or `idea`. */
    kind: text("kind").notNull(),
    createdAt: moment("created_at").notNull(),
    words: tsvector("words").notNull(),
  },
  (t) => [
    index("search_passage_words").using("gin", t.words),
    index("search_passage_by_time").on(t.createdAt, t.id),
    index("search_passage_by_space").on(t.spaceId, t.createdAt),
    index("search_passage_by_board").on(t.boardId, t.createdAt).where(sql`${t.boardId} is not null`),
    index("search_passage_by_kind").on(t.kind, t.createdAt),
    index("search_passage_by_author").on(t.authorId, t.createdAt),
    index("search_passage_by_conversation").on(t.conversationId),
  ],
);

/**
 * The words that everybody inside may come upon, each with the number of passages that have it: what a misspelled word
 * is compared with. Words that occur in closed rooms alone are never in it (docs/decisions).
 */
export const searchWord = pgTable(
  "search_word",
  {
    word: text("word").primaryKey(),
    passages: integer("passages").notNull(),
  },
  (t) => [index("search_word_alike").using("gin", t.word.op("gin_trgm_ops"))],
);
