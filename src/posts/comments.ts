import { and, asc, eq, sql } from "drizzle-orm";
import { cardColumns } from "@/members/queries";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, momentKey, type Page, type PageInput } from "@/platform/database/page";
import type { SpaceFacts } from "@/spaces/policy";
import { space } from "@/spaces/schema";
import type { SpaceId } from "@/spaces/shape";
import { filesBelowComment } from "./attachments/listed";
import { canEditWords, canRemoveWords, postsVisibleTo, wordsShownTo } from "./policy";
import { comment, post } from "./schema";
import type { CommentId, ConversationId } from "./shape";
import type { CommentView } from "./views";

/** The columns of a comment, for whoever joins `comment` and its author. */
export const columnsFor = (viewer: Viewer) => ({
  id: comment.id,
  parentId: comment.parentId,
  author: cardColumns,
  body: sql<string>`case when ${wordsShownTo(viewer)} then ${comment.body} else '' end`,
  bodyHtml: sql<string>`case when ${wordsShownTo(viewer)} then ${comment.bodyHtml} else '' end`,
  files: filesBelowComment,
  createdAt: comment.createdAt,
  editedAt: comment.editedAt,
  removed: sql<boolean>`${comment.removedAt} is not null`,
  hidden: sql<boolean>`${comment.hiddenAt} is not null`,
  imported: sql<boolean>`${comment.via} = 'import'`,
});

/** What the viewer may do to a comment, asked of whatever the conversation stands on. */
export type MayDo = (comment: { authorId: PersonId; removed: boolean }) => { edit: boolean; remove: boolean };

/**
 * The comments of a conversation, oldest first. The caller has checked that the viewer may read the conversation.
 * @param mayDo decides the buttons; a post and an idea have different rules
 */
export async function commentsOf(
  db: Reader,
  viewer: Viewer,
  conversationId: ConversationId,
  page: PageInput,
  mayDo: MayDo,
): Promise<Page<CommentView>> {
  const key = decodeKey(page.after, momentKey);
  const after =
    key === null ? undefined : sql`(${comment.createdAt}, ${comment.id}) > (${key[0]}::timestamptz, ${key[1]}::uuid)`;
  const rows = await db
    .select(columnsFor(viewer))
    .from(comment)
    .innerJoin(person, eq(person.id, comment.authorId))
    .where(and(eq(comment.conversationId, conversationId), after))
    .orderBy(asc(comment.createdAt), asc(comment.id))
    .limit(page.take + 1);
  const { items, next } = cut(rows, page.take, (row) => [row.createdAt.toISOString(), row.id]);
  return {
    items: items.map((row) => ({ ...row, may: mayDo({ authorId: row.author.id, removed: row.removed }) })),
    next,
  };
}

/** The buttons under a comment of a post. */
export function mayDoInSpace(viewer: Viewer, room: SpaceFacts): MayDo {
  return ({ authorId, removed }) => ({
    edit: !removed && canEditWords(viewer, { authorId, space: room }).allowed,
    remove: !removed && canRemoveWords(viewer, { authorId, space: room }).allowed,
  });
}

/** A comment under a post with what decisions about it rest on. */
export type LoadedComment = CommentView & {
  conversationId: ConversationId;
  authorId: PersonId;
  space: SpaceFacts;
  /** The space as it is called. */
  name: { id: SpaceId; slug: string; name: string };
};

/** A comment under a post that the viewer reads, or null; a removed one is gone. */
export async function commentById(db: Reader, viewer: Viewer, id: CommentId): Promise<LoadedComment | null> {
  const [row] = await db
    .select({
      ...columnsFor(viewer),
      conversationId: comment.conversationId,
      name: { id: space.id, slug: space.slug, name: space.name },
      room: { id: space.id, visibility: space.visibility, opensAt: space.opensAt, archivedAt: space.archivedAt },
    })
    .from(comment)
    .innerJoin(post, eq(post.id, comment.conversationId))
    .innerJoin(space, eq(space.id, post.spaceId))
    .innerJoin(person, eq(person.id, comment.authorId))
    .where(and(eq(comment.id, id), sql`${comment.removedAt} is null`, postsVisibleTo(viewer)));
  if (row === undefined) return null;
  const authorId = row.author.id;
  return { ...row, authorId, space: row.room, may: mayDoInSpace(viewer, row.room)({ authorId, removed: false }) };
}
