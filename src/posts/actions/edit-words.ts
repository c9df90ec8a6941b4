import { eq } from "drizzle-orm";
import type { FileId } from "@/members/files/shape";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { record } from "@/platform/events/event";
import { attachAgain, write } from "../attachments/attach";
import { commentEdited, postEdited } from "../events";
import { comment, conversation } from "../schema";
import type { CommentId, ConversationId } from "../shape";

type Opening = { title: string; body: string; files?: readonly FileId[] | undefined };

/** Changes the title and text of what opened a conversation. */
export async function editOpening(act: Act, id: ConversationId, input: Opening): Promise<void> {
  const writing = { writer: act.actor, body: input.body, files: input.files };
  const written = await write(act.tx, writing, id);
  await act.tx
    .update(conversation)
    .set({ title: input.title, body: input.body, ...written.rendered, editedAt: now() })
    .where(eq(conversation.id, id));
  await attachAgain(act.tx, { conversation: id, comment: null }, writing, written);
}

/** An author changes a post. */
export async function editPost(act: Act, id: ConversationId, input: Opening): Promise<void> {
  await editOpening(act, id, input);
  await record(act, postEdited, id, {});
}

/** An author changes a comment. */
export async function editComment(
  act: Act,
  at: { id: CommentId; conversationId: ConversationId },
  input: { body: string; files?: readonly FileId[] | undefined },
): Promise<void> {
  const writing = { writer: act.actor, body: input.body, files: input.files };
  const written = await write(act.tx, writing, at.conversationId);
  await act.tx
    .update(comment)
    .set({ body: input.body, bodyHtml: written.rendered.bodyHtml, editedAt: now() })
    .where(eq(comment.id, at.id));
  await attachAgain(act.tx, { conversation: at.conversationId, comment: at.id }, writing, written);
  await record(act, commentEdited, at.id, { conversationId: at.conversationId });
}
