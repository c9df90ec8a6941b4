import { eq } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { found } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { commentEdited, postEdited } from "../events";
import { render } from "../render";
import { comment, conversation } from "../schema";
import type { CommentId, ConversationId } from "../shape";

/** Changes the title and text of what opened a conversation. */
export async function editOpening(act: Act, id: ConversationId, input: { title: string; body: string }): Promise<void> {
  await act.tx
    .update(conversation)
    .set({ title: input.title, body: input.body, ...render(input.body), editedAt: now() })
    .where(eq(conversation.id, id));
}

/** An author changes a post. */
export async function editPost(act: Act, id: ConversationId, input: { title: string; body: string }): Promise<void> {
  await editOpening(act, id, input);
  await record(act, postEdited, id, {});
}

/** An author changes a comment. */
export async function editComment(act: Act, id: CommentId, body: string): Promise<void> {
  const [row] = await act.tx
    .update(comment)
    .set({ body, bodyHtml: render(body).bodyHtml, editedAt: now() })
    .where(eq(comment.id, id))
    .returning({ conversationId: comment.conversationId });
  await record(act, commentEdited, id, found(row));
}
