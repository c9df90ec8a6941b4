import { and, desc, eq, sql } from "drizzle-orm";
import { fieldVisibleTo } from "@/members/privacy";
import { cardColumns } from "@/members/queries";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, momentKey, type Page, type PageInput } from "@/platform/database/page";
import type { SpaceFacts } from "@/spaces/policy";
import { space } from "@/spaces/schema";
import { filesBelowOpening } from "./attachments/listed";
import { canComment, canEditWords, canRemoveWords, postsVisibleTo } from "./policy";
import { ownReadingOf } from "./reading/facts";
import { conversation, post } from "./schema";
import type { ConversationId } from "./shape";
import type { PostCard, PostView } from "./views";

const card = {
  id: conversation.id,
  kind: post.kind,
  title: conversation.title,
  excerpt: conversation.excerpt,
  createdAt: conversation.createdAt,
  lastActivityAt: conversation.lastActivityAt,
  commentCount: conversation.commentCount,
  author: cardColumns,
  space: { id: space.id, slug: space.slug, name: space.name },
};

/** A post with the facts that decisions about it rest on. */
export type LoadedPost = PostView & { authorId: PersonId; removedAt: Date | null; facts: { space: SpaceFacts } };

/** A post as the viewer may read it, or null. */
export async function postById(db: Reader, viewer: Viewer, id: ConversationId): Promise<LoadedPost | null> {
  const [row] = await db
    .select({
      ...card,
      body: conversation.body,
      bodyHtml: conversation.bodyHtml,
      files: filesBelowOpening,
      editedAt: conversation.editedAt,
      via: conversation.via,
      own: ownReadingOf(viewer.id, sql`${conversation.id}`),
      removedAt: post.removedAt,
      facts: { id: space.id, visibility: space.visibility, opensAt: space.opensAt, archivedAt: space.archivedAt },
    })
    .from(post)
    .innerJoin(conversation, eq(conversation.id, post.id))
    .innerJoin(space, eq(space.id, post.spaceId))
    .innerJoin(person, eq(person.id, conversation.authorId))
    .where(and(eq(post.id, id), postsVisibleTo(viewer)));
  if (row === undefined) return null;
  const subject = { authorId: row.author.id, space: row.facts };
  return {
    ...row,
    imported: row.via === "import",
    authorId: row.author.id,
    facts: { space: row.facts },
    may: {
      edit: canEditWords(viewer, subject).allowed,
      remove: canRemoveWords(viewer, subject).allowed,
      comment: canComment(viewer, subject).allowed,
    },
  };
}

/** What one person wrote lately, as far as the viewer may read it: openings only, newest first. */
export async function postsBy(db: Reader, viewer: Viewer, author: PersonId, page: PageInput): Promise<Page<PostCard>> {
  const key = decodeKey(page.after, momentKey);
  const before =
    key === null
      ? undefined
      : sql`(${conversation.createdAt}, ${conversation.id}) < (${key[0]}::timestamptz, ${key[1]}::uuid)`;
  const rows = await db
    .select(card)
    .from(conversation)
    .innerJoin(post, eq(post.id, conversation.id))
    .innerJoin(space, eq(space.id, post.spaceId))
    .innerJoin(person, eq(person.id, conversation.authorId))
    .where(and(eq(conversation.authorId, author), fieldVisibleTo(viewer, "recent"), postsVisibleTo(viewer), before))
    .orderBy(desc(conversation.createdAt), desc(conversation.id))
    .limit(page.take + 1);
  return cut(rows, page.take, (row) => [row.createdAt.toISOString(), row.id]);
}
