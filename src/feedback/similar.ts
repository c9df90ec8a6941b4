import { and, desc, eq, ne, sql } from "drizzle-orm";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { conversation } from "@/posts/schema";
import { ideasVisibleTo } from "./policy";
import { board, idea } from "./schema";
import type { BoardId } from "./shape";
import type { SimilarIdea } from "./views";

/** How many ideas of a board are looked through, the newest, and how many are shown at most. */
const LOOKED_THROUGH = 1000;
const SHOWN = 4;
/** `ts_rank` gives about 0.06 for a text that has each asked word once: this is a third of the words. */
const ALIKE = 0.02;

/**
 * Ideas of a board whose titles have words of a text in common, in English or French, whatever their endings. Done with
 * PostgreSQL's own text search, which is there on every server.
 */
export async function similarIdeas(db: Reader, viewer: Viewer, on: BoardId, text: string): Promise<SimilarIdea[]> {
  // The little words of one language are rare in the other, where they would count: what is one in either is left out.
  const telling = sql`(select coalesce(string_agg(word, ' '), '') from regexp_split_to_table(${text}, '[^[:alnum:]]+') word
    where numnode(plainto_tsquery('english', word)) > 0 and numnode(plainto_tsquery('french', word)) > 0)`;
  const asked = (language: "english" | "french") =>
    sql`replace(plainto_tsquery(${sql.raw(`'${language}'`)}, ${telling})::text, '&', '|')::tsquery`;
  const recent = db
    .select({
      id: idea.id,
      title: conversation.title,
      status: idea.status,
      voteCount: idea.voteCount,
    })
    .from(idea)
    .innerJoin(conversation, eq(conversation.id, idea.id))
    .innerJoin(board, eq(board.id, idea.boardId))
    .where(and(eq(idea.boardId, on), ne(idea.status, "merged"), ideasVisibleTo(viewer)))
    .orderBy(desc(idea.createdAt), desc(idea.id))
    .limit(LOOKED_THROUGH)
    .as("recent");
  const rank = sql<number>`greatest(ts_rank(to_tsvector('english', ${recent.title}), ${asked("english")}),
    ts_rank(to_tsvector('french', ${recent.title}), ${asked("french")}))`;
  return db
    .select({ id: recent.id, title: recent.title, status: recent.status, voteCount: recent.voteCount })
    .from(recent)
    .where(sql`${rank} >= ${ALIKE}`)
    .orderBy(desc(rank), desc(recent.voteCount))
    .limit(SHOWN);
}
