import { and, eq } from "drizzle-orm";
import type { Tx } from "@/platform/database/client";
import { Refusal } from "@/platform/errors";
import { comment, conversation } from "../schema";
import type { CommentId, ConversationId } from "../shape";

/**
 * Holds a conversation, and a comment in it, where they are until the transaction ends: what is taken back within the
 * minute is deleted, and whoever writes to it at that moment waits here for the outcome. Holding keeps nobody else from
 * writing to it.
 * @throws Refusal `not-found` when it was taken back meanwhile, or the comment stands elsewhere
 */
export async function hold(tx: Tx, id: ConversationId, commentId: CommentId | null = null): Promise<void> {
  const [held] = await tx
    .select({ id: conversation.id })
    .from(conversation)
    .where(eq(conversation.id, id))
    .for("key share");
  if (held === undefined) throw new Refusal("not-found", "takenBack");
  if (commentId === null) return;
  const [said] = await tx
    .select({ id: comment.id })
    .from(comment)
    .where(and(eq(comment.id, commentId), eq(comment.conversationId, id)));
  if (said === undefined) throw new Refusal("not-found", "takenBack");
}
