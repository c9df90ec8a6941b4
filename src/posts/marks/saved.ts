import { and, desc, eq, sql } from "drizzle-orm";
import { person } from "@/members/schema";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, momentKey, type Page, type PageInput } from "@/platform/database/page";
import { space } from "@/spaces/schema";
import { postsVisibleTo } from "../policy";
import { card } from "../queries";
import { conversation, post } from "../schema";
import type { PostCard } from "../views";
import { bookmark } from "./schema";

/** What the viewer keeps for later, newest first, as far as they may still read it. */
export async function savedBy(db: Reader, viewer: Viewer, page: PageInput): Promise<Page<PostCard>> {
  const key = decodeKey(page.after, momentKey);
  const before =
    key === null
      ? undefined
      : sql`(${bookmark.savedAt}, ${bookmark.conversationId}) < (${key[0]}::timestamptz, ${key[1]}::uuid)`;
  const rows = await db
    .select({ ...card, savedAt: bookmark.savedAt })
    .from(bookmark)
    .innerJoin(conversation, eq(conversation.id, bookmark.conversationId))
    .innerJoin(post, eq(post.id, conversation.id))
    .innerJoin(space, eq(space.id, post.spaceId))
    .innerJoin(person, eq(person.id, conversation.authorId))
    .where(and(eq(bookmark.personId, viewer.id), postsVisibleTo(viewer), before))
    .orderBy(desc(bookmark.savedAt), desc(bookmark.conversationId))
    .limit(page.take + 1);
  return cut(rows, page.take, (row) => [row.savedAt.toISOString(), row.id]);
}
