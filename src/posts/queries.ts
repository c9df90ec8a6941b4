import { and, desc, eq, sql } from "drizzle-orm";
import { fieldVisibleTo } from "@/members/privacy";
import { cardColumns } from "@/members/queries";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, momentKey, type Page, type PageInput } from "@/platform/database/page";
import type { SpaceFacts } from "@/spaces/policy";
import { space } from "@/spaces/schema";
import { filesBelowOpening } from "./attachments/listed";
import { asDetails, type DetailRow, detailsFor } from "./kinds/details";
import { asReactions, reactionsToOpening } from "./marks/reactions-of";
import {
  canAccept,
  canClosePoll,
  canComment,
  canEditWords,
  canKeepOrder,
  canMoveAway,
  canReact,
  canRemoveWords,
  isFresh,
  postsVisibleTo,
} from "./policy";
import { ownReadingOf } from "./reading/facts";
import { conversation, post } from "./schema";
import type { ConversationId, PostKind } from "./shape";
import type { PostCard, PostView } from "./views";

/** The columns of a post as a line of a list. */
export const card = {
  id: conversation.id,
  kind: post.kind,
  title: conversation.title,
  excerpt: conversation.excerpt,
  createdAt: conversation.createdAt,
  lastActivityAt: conversation.lastActivityAt,
  commentCount: conversation.commentCount,
  language: conversation.language,
  /** Its answer, should it have been removed since, is none. */
  answered: sql<boolean>`${post.acceptedCommentId} is not null and exists (
    select 1 from comment a where a.id = ${post.acceptedCommentId} and a.removed_at is null)`,
  locked: sql<boolean>`${post.lockedAt} is not null`,
  pinned: sql<boolean>`${post.pinnedAt} is not null`,
  author: cardColumns,
  space: { id: space.id, slug: space.slug, name: space.name },
};

/** What decisions about a loaded post rest on, beside its author. */
type Facts = { space: SpaceFacts; lockedAt: Date | null };

/** A post with the facts that decisions about it rest on. */
export type LoadedPost = PostView & { authorId: PersonId; removedAt: Date | null; facts: Facts };

function columnsFor(viewer: Viewer) {
  return {
    ...card,
    ...detailsFor(viewer),
    body: conversation.body,
    bodyHtml: conversation.bodyHtml,
    files: filesBelowOpening,
    own: ownReadingOf(viewer.id, sql`${conversation.id}`),
    editedAt: conversation.editedAt,
    version: conversation.version,
    via: conversation.via,
    removedAt: post.removedAt,
    lockedAt: post.lockedAt,
    lockReason: post.lockReason,
    asksSeen: post.asksSeen,
    seenCount: post.seenCount,
    reactions: reactionsToOpening(viewer),
    saved: sql<boolean>`exists (select 1 from bookmark b
      where b.person_id = ${viewer.id} and b.conversation_id = ${post.id})`,
    room: { id: space.id, visibility: space.visibility, opensAt: space.opensAt, archivedAt: space.archivedAt },
  };
}

/** A post as the viewer may read it, or null. */
export async function postById(db: Reader, viewer: Viewer, id: ConversationId): Promise<LoadedPost | null> {
  const [row] = await db
    .select(columnsFor(viewer))
    .from(post)
    .innerJoin(conversation, eq(conversation.id, post.id))
    .innerJoin(space, eq(space.id, post.spaceId))
    .innerJoin(person, eq(person.id, conversation.authorId))
    .where(and(eq(post.id, id), postsVisibleTo(viewer)));
  if (row === undefined) return null;
  const { room, lockedAt, asksSeen, seenCount, via, ...rest } = row;
  const details = asDetails(rest as typeof rest & DetailRow);
  return {
    ...rest,
    ...details,
    imported: via === "import",
    authorId: row.author.id,
    facts: { space: room, lockedAt },
    reactions: asReactions(row.reactions),
    seen: asksSeen ? { count: seenCount, mine: row.seen } : null,
    may: mayDo(viewer, { ...row, authorId: row.author.id, space: room, open: details.poll?.open ?? null }),
  };
}

type MayFacts = Facts & {
  authorId: PersonId;
  kind: PostKind;
  createdAt: Date;
  commentCount: number;
  asksSeen: boolean;
  /** Whether a poll takes answers; null for what is none. */
  open: boolean | null;
};

function mayDo(viewer: Viewer, subject: MayFacts): PostView["may"] {
  const isAuthor = subject.authorId === viewer.id;
  const keepsOrder = canKeepOrder(viewer, subject).allowed;
  return {
    edit: canEditWords(viewer, subject).allowed,
    remove: canRemoveWords(viewer, subject).allowed,
    comment: canComment(viewer, subject).allowed,
    react: canReact(viewer, subject).allowed,
    accept: canAccept(viewer, subject).allowed,
    vote: subject.open === true && canReact(viewer, subject).allowed,
    closePoll: subject.open === true && canClosePoll(viewer, subject).allowed,
    reopenPoll: subject.open === false && canClosePoll(viewer, subject).allowed,
    lock: keepsOrder,
    pin: keepsOrder,
    move: canMoveAway(viewer, subject).allowed,
    takeBack: isAuthor && subject.commentCount === 0 && isFresh(subject.createdAt, now()),
    seeUnread: isAuthor && subject.asksSeen,
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
