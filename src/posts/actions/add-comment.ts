import { and, eq, sql } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import { commentAdded } from "../events";
import { noteVoice } from "../reading/actions/mark-read";
import { render } from "../render";
import { comment, conversation, post } from "../schema";
import type { CommentId, ConversationId } from "../shape";

/**
 * Answers in a conversation, of a post or of an idea.
 * @param input.parentId the comment that it answers; none when it answers the opening
 * @throws Refusal `not-found` when the answered comment stands elsewhere
 */
export async function addComment(
  act: Act,
  to: ConversationId,
  input: { body: string; parentId?: CommentId },
): Promise<CommentId> {
  if (input.parentId !== undefined) await standsIn(act, to, input.parentId);
  const id = newId<"comment">();
  const moment = now();
  const { bodyHtml } = render(input.body);
  await act.tx.insert(comment).values({
    id,
    conversationId: to,
    parentId: input.parentId ?? null,
    authorId: act.actor,
    body: input.body,
    bodyHtml,
    createdAt: moment,
  });
  await act.tx
    .update(conversation)
    .set({ commentCount: sql`${conversation.commentCount} + 1`, lastActivityAt: moment })
    .where(eq(conversation.id, to));
  await act.tx.update(post).set({ lastActivityAt: moment }).where(eq(post.id, to));
  await noteVoice({ cause: act, who: act.actor, of: to }, { at: moment, id });
  await record(act, commentAdded, id, { conversationId: to });
  return id;
}

async function standsIn(act: Act, conversationId: ConversationId, id: CommentId): Promise<void> {
  const [row] = await act.tx
    .select({ id: comment.id })
    .from(comment)
    .where(and(eq(comment.id, id), eq(comment.conversationId, conversationId)));
  if (row === undefined) throw new Refusal("not-found");
}
