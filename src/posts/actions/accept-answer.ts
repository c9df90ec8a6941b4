import { and, eq, sql } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { record } from "@/platform/events/event";
import { answerAccepted, answerUnaccepted } from "../events";
import { post } from "../schema";
import type { CommentId, ConversationId } from "../shape";

/** Marks a comment as the answer to its question, in the place of another one if there was one. */
export async function acceptAnswer(act: Act, id: ConversationId, commentId: CommentId): Promise<void> {
  const [row] = await act.tx
    .update(post)
    .set({ acceptedCommentId: commentId })
    .where(and(eq(post.id, id), sql`${post.acceptedCommentId} is distinct from ${commentId}::uuid`))
    .returning({ id: post.id });
  if (row !== undefined) await record(act, answerAccepted, id, { commentId });
}

/** Lets a question be without an answer again. */
export async function unacceptAnswer(act: Act, id: ConversationId, commentId: CommentId): Promise<void> {
  const [row] = await act.tx
    .update(post)
    .set({ acceptedCommentId: null })
    .where(and(eq(post.id, id), eq(post.acceptedCommentId, commentId)))
    .returning({ id: post.id });
  if (row !== undefined) await record(act, answerUnaccepted, id, { commentId });
}
