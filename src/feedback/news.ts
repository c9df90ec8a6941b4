import { and, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { cardColumns } from "@/members/queries";
import { person } from "@/members/schema";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, momentKey, type Page, type PageInput } from "@/platform/database/page";
import { conversation } from "@/posts/schema";
import { entriesVisibleTo } from "./changelog/policy";
import { changelogEntry, changelogLink } from "./changelog/schema";
import { ideasVisibleTo } from "./policy";
import { board, idea } from "./schema";
import type { NewsView } from "./views";

/**
 * What is new, idea by idea, the latest first: each idea of a published entry with the words of the entry. Only of ideas
 * that the viewer sees. `changelogEntries` gives the same by entry, and those that tell of no idea.
 */
export async function newsFor(db: Reader, viewer: Viewer, page: PageInput): Promise<Page<NewsView>> {
  const teller = alias(person, "teller");
  const key = decodeKey(page.after, momentKey);
  const at = sql<Date>`${changelogEntry.publishedAt}`.mapWith(changelogEntry.createdAt);
  const rows = await db
    .select({
      id: idea.id,
      title: conversation.title,
      board: { slug: board.slug, name: board.name },
      note: changelogEntry.body,
      noteHtml: changelogEntry.bodyHtml,
      author: cardColumns,
      voteCount: idea.voteCount,
      by: { id: teller.id, displayName: teller.displayName },
      entry: { id: changelogEntry.id, title: changelogEntry.title },
      at,
    })
    .from(changelogLink)
    .innerJoin(changelogEntry, eq(changelogEntry.id, changelogLink.entryId))
    .innerJoin(idea, eq(idea.id, changelogLink.ideaId))
    .innerJoin(conversation, eq(conversation.id, idea.id))
    .innerJoin(board, eq(board.id, idea.boardId))
    .innerJoin(person, eq(person.id, conversation.authorId))
    .innerJoin(teller, eq(teller.id, sql`coalesce(${changelogEntry.byPerson}, ${conversation.authorId})`))
    .where(
      and(
        entriesVisibleTo(viewer),
        ideasVisibleTo(viewer),
        key === null
          ? undefined
          : sql`(${changelogEntry.publishedAt}, ${idea.id}) < (${key[0]}::timestamptz, ${key[1]}::uuid)`,
      ),
    )
    .orderBy(desc(changelogEntry.publishedAt), desc(idea.id))
    .limit(page.take + 1);
  return cut(rows, page.take, (row) => [row.at.toISOString(), row.id]);
}
