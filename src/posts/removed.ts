import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { z } from "zod";
import type { PersonId } from "@/members/shape";
import type { Policy } from "@/platform/access/decision";
import { guardOn } from "@/platform/access/guard";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { spacesReadableBy } from "@/spaces/policy";
import { space } from "@/spaces/schema";
import { canBringBack } from "./policy";
import { comment, conversation, post } from "./schema";
import { type CommentId, type ConversationId, commentId, conversationId } from "./shape";

type Removed = { readonly removedBy: PersonId | null; readonly removedAt: Date };
type RemovedPost = Removed & { id: ConversationId; title: string };
type RemovedComment = Removed & { id: CommentId; conversationId: ConversationId };

/** A removed post in a space that the viewer still reads; for everybody but whoever removed it, it is gone. */
async function removedPost(db: Reader, viewer: Viewer, id: ConversationId): Promise<RemovedPost | null> {
  const [row] = await db
    .select({ id: post.id, title: conversation.title, removedAt: post.removedAt, removedBy: post.removedBy })
    .from(post)
    .innerJoin(conversation, eq(conversation.id, post.id))
    .innerJoin(space, eq(space.id, post.spaceId))
    .where(and(eq(post.id, id), isNotNull(post.removedAt), isNull(conversation.hiddenAt), spacesReadableBy(viewer)));
  return row === undefined || row.removedAt === null || row.removedBy !== viewer.id
    ? null
    : { ...row, removedAt: row.removedAt };
}

async function removedComment(db: Reader, viewer: Viewer, id: CommentId): Promise<RemovedComment | null> {
  const [row] = await db
    .select({
      id: comment.id,
      conversationId: comment.conversationId,
      removedAt: comment.removedAt,
      removedBy: comment.removedBy,
    })
    .from(comment)
    .innerJoin(post, eq(post.id, comment.conversationId))
    .innerJoin(space, eq(space.id, post.spaceId))
    .where(and(eq(comment.id, id), isNotNull(comment.removedAt), isNull(comment.hiddenAt), spacesReadableBy(viewer)));
  return row === undefined || row.removedAt === null || row.removedBy !== viewer.id
    ? null
    : { ...row, removedAt: row.removedAt };
}

const inTime: Policy<Removed> = (viewer, removed) => canBringBack(viewer, removed, now());

/** A post that the viewer has just removed. */
export const onRemovedPost = guardOn({
  name: "whoever removed the post, within a minute",
  by: z.object({ post: conversationId }),
  load: (db, viewer, { post: id }) => removedPost(db, viewer, id),
  decide: inTime,
});

/** A comment that the viewer has just removed. */
export const onRemovedComment = guardOn({
  name: "whoever removed the comment, within a minute",
  by: z.object({ comment: commentId }),
  load: (db, viewer, { comment: id }) => removedComment(db, viewer, id),
  decide: inTime,
});
