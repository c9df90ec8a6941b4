import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { cardColumns } from "@/members/queries";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, momentKey, type Page, type PageInput } from "@/platform/database/page";
import type { SpaceFacts } from "@/spaces/policy";
import { space } from "@/spaces/schema";
import type { SpaceId } from "@/spaces/shape";
import { filesBelowComment } from "./attachments/listed";
import { asReactions, type ReactionRow, reactionsToComment } from "./marks/reactions-of";
import { canEditWords, canRemoveWords, isFresh, postsVisibleTo, wordsShownTo } from "./policy";
import { comment, conversation, post } from "./schema";
import type { CommentId, ConversationId, PostKind } from "./shape";
import type { CommentView } from "./views";

/** The columns of a comment, for whoever joins `comment` and its author. */
export function columnsFor(viewer: Viewer) {
  return {
    id: comment.id,
    parentId: comment.parentId,
    author: cardColumns,
    body: sql<string>`case when ${wordsShownTo(viewer)} then ${comment.body} else '' end`,
    bodyHtml: sql<string>`case when ${wordsShownTo(viewer)} then ${comment.bodyHtml} else '' end`,
    files: filesBelowComment,
    language: comment.language,
    createdAt: comment.createdAt,
    editedAt: comment.editedAt,
    version: comment.version,
    removed: sql<boolean>`${comment.removedAt} is not null`,
    hidden: sql<boolean>`${comment.hiddenAt} is not null`,
    removedAt: comment.removedAt,
    removedBy: comment.removedBy,
    imported: sql<boolean>`${comment.via} = 'import'`,
    reactions: reactionsToComment(viewer),
  };
}

type CommentRow = Omit<CommentView, "may" | "reactions"> & {
  removedAt: Date | null;
  removedBy: PersonId | null;
  reactions: ReactionRow;
};

/** Such a row as a view, with what the viewer may do to it. */
export function asComment<Shown extends CommentRow>(row: Shown, viewer: Viewer, mayDo: MayDo) {
  const { removedAt, removedBy, reactions, ...shown } = row;
  const present = now();
  const isAuthor = row.author.id === viewer.id;
  return {
    ...shown,
    reactions: row.removed ? [] : asReactions(reactions),
    may: {
      ...mayDo({ authorId: row.author.id, removed: row.removed }),
      takeBack: !row.removed && isAuthor && isFresh(row.createdAt, present),
      bringBack: removedAt !== null && !row.hidden && removedBy === viewer.id && isFresh(removedAt, present),
    },
  };
}

/** What the viewer may do to a comment, asked of whatever the conversation stands on. */
export type MayDo = (comment: { authorId: PersonId; removed: boolean }) => { edit: boolean; remove: boolean };

/**
 * The comments of a conversation, oldest first, or of several that are read as one. The caller has checked that the
 * viewer may read them.
 * @param mayDo decides the buttons; a post and an idea have different rules
 */
export async function commentsOf(
  db: Reader,
  viewer: Viewer,
  conversations: readonly ConversationId[],
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
    .where(and(inArray(comment.conversationId, [...conversations]), after))
    .orderBy(asc(comment.createdAt), asc(comment.id))
    .limit(page.take + 1);
  const { items, next } = cut(rows, page.take, (row) => [row.createdAt.toISOString(), row.id]);
  return { items: items.map((row) => asComment(row, viewer, mayDo)), next };
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
  /** What it stands under, which it may answer. */
  question: { kind: PostKind; authorId: PersonId; title: string };
};

/** A comment under a post that the viewer reads, or null; a removed one is gone. */
export async function commentById(db: Reader, viewer: Viewer, id: CommentId): Promise<LoadedComment | null> {
  const [row] = await db
    .select({
      ...columnsFor(viewer),
      conversationId: comment.conversationId,
      name: { id: space.id, slug: space.slug, name: space.name },
      question: { kind: post.kind, authorId: conversation.authorId, title: conversation.title },
      room: { id: space.id, visibility: space.visibility, opensAt: space.opensAt, archivedAt: space.archivedAt },
    })
    .from(comment)
    .innerJoin(post, eq(post.id, comment.conversationId))
    .innerJoin(conversation, eq(conversation.id, post.id))
    .innerJoin(space, eq(space.id, post.spaceId))
    .innerJoin(person, eq(person.id, comment.authorId))
    .where(and(eq(comment.id, id), sql`${comment.removedAt} is null`, postsVisibleTo(viewer)));
  if (row === undefined) return null;
  const { room, ...rest } = row;
  return {
    ...asComment(rest, viewer, mayDoInSpace(viewer, room)),
    conversationId: row.conversationId,
    authorId: row.author.id,
    space: room,
    name: row.name,
    question: row.question,
  };
}
