import { eq } from "drizzle-orm";
import type { FileId } from "@/members/files/shape";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { found } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { attachAgain, write } from "../attachments/attach";
import { forgetDraft } from "../drafts/actions";
import { draftPlaces } from "../drafts/shape";
import { commentEdited, postEdited } from "../events";
import type { Among } from "../mentions/among";
import { changeMentions, hasCalled } from "../mentions/keep";
import { settleWords } from "../mentions/settle";
import { comment, conversation } from "../schema";
import type { CommentId, ConversationId } from "../shape";

type Words = { body: string; files?: readonly FileId[] | undefined; among?: Among | undefined };
type Opening = Words & { title: string };

/** Changes the title and text of what opened a conversation. */
export async function editOpening(act: Act, id: ConversationId, input: Opening): Promise<void> {
  const { tx, actor } = act;
  const [before] = await tx
    .select({ body: conversation.body })
    .from(conversation)
    .where(eq(conversation.id, id))
    .for("update");
  const where = { conversation: id, comment: null };
  const words = { actor, body: input.body, before: found(before).body };
  const settled = await settleWords(tx, words, input.among ?? null, await hasCalled(act, where));
  const writing = { writer: actor, body: settled.body, files: input.files };
  const written = await write(tx, writing, id);
  await tx
    .update(conversation)
    .set({ title: input.title, body: settled.body, ...written.rendered, editedAt: now() })
    .where(eq(conversation.id, id));
  await attachAgain(tx, where, writing, written);
  await changeMentions(act, where, settled);
  await forgetDraft(act, draftPlaces.edit(id));
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
  input: Words,
): Promise<void> {
  const { tx, actor } = act;
  const [before] = await tx.select({ body: comment.body }).from(comment).where(eq(comment.id, at.id)).for("update");
  const where = { conversation: at.conversationId, comment: at.id };
  const words = { actor, body: input.body, before: found(before).body };
  const settled = await settleWords(tx, words, input.among ?? null, await hasCalled(act, where));
  const writing = { writer: actor, body: settled.body, files: input.files };
  const written = await write(tx, writing, at.conversationId);
  const { bodyHtml, renderVersion } = written.rendered;
  await tx
    .update(comment)
    .set({ body: settled.body, bodyHtml, renderVersion, editedAt: now() })
    .where(eq(comment.id, at.id));
  await attachAgain(tx, where, writing, written);
  await changeMentions(act, where, settled);
  await forgetDraft(act, draftPlaces.editComment(at.id));
  await record(act, commentEdited, at.id, { conversationId: at.conversationId });
}
