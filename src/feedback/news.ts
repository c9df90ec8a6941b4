import { and, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { cardColumns } from "@/members/queries";
import { person } from "@/members/schema";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, momentKey, type Page, type PageInput } from "@/platform/database/page";
import { conversation } from "@/posts/schema";
import { ideasVisibleTo } from "./policy";
import { board, idea, ideaMove } from "./schema";
import type { NewsView } from "./views";

/**
 * What was shipped, the latest first: the ideas that stand at "shipped", with the latest words in which that was said.
 * Only of ideas that the viewer sees. An idea that left "shipped" again is no news any more.
 */
export async function newsFor(db: Reader, viewer: Viewer, page: PageInput): Promise<Page<NewsView>> {
  const teller = alias(person, "teller");
  const shipped = db
    .selectDistinctOn([ideaMove.ideaId], {
      ideaId: ideaMove.ideaId,
      note: ideaMove.note,
      noteHtml: ideaMove.noteHtml,
      movedBy: ideaMove.movedBy,
      movedAt: ideaMove.movedAt,
    })
    .from(ideaMove)
    .where(eq(ideaMove.toStatus, "shipped"))
    .orderBy(ideaMove.ideaId, desc(ideaMove.movedAt), desc(ideaMove.id))
    .as("shipped");
  const key = decodeKey(page.after, momentKey);
  const rows = await db
    .select({
      id: idea.id,
      title: conversation.title,
      board: { slug: board.slug, name: board.name },
      note: shipped.note,
      noteHtml: shipped.noteHtml,
      author: cardColumns,
      voteCount: idea.voteCount,
      by: { id: teller.id, displayName: teller.displayName },
      at: shipped.movedAt,
    })
    .from(idea)
    .innerJoin(shipped, eq(shipped.ideaId, idea.id))
    .innerJoin(conversation, eq(conversation.id, idea.id))
    .innerJoin(board, eq(board.id, idea.boardId))
    .innerJoin(person, eq(person.id, conversation.authorId))
    .innerJoin(teller, eq(teller.id, shipped.movedBy))
    .where(
      and(
        eq(idea.status, "shipped"),
        ideasVisibleTo(viewer),
        key === null ? undefined : sql`(${shipped.movedAt}, ${idea.id}) < (${key[0]}::timestamptz, ${key[1]}::uuid)`,
      ),
    )
    .orderBy(desc(shipped.movedAt), desc(idea.id))
    .limit(page.take + 1);
  return cut(rows, page.take, (row) => [row.at.toISOString(), row.id]);
}
