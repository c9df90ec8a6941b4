import { eq, sql } from "drizzle-orm";
import type { FileId } from "@/members/files/shape";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import { attachFiles, write } from "../attachments/attach";
import { forgetDraft } from "../drafts/actions";
import { draftPlaces } from "../drafts/shape";
import { commentAdded } from "../events";
import { toldLanguage } from "../language";
import type { Among } from "../mentions/among";
import { keepMentions } from "../mentions/keep";
import { settleWords } from "../mentions/settle";
import { noteVoice } from "../reading/actions/mark-read";
import { comment, conversation, post } from "../schema";
import type { CommentId, ConversationId } from "../shape";
import { hold } from "./hold";

/**
 * Answers in a conversation, of a post or of an idea.
 * @param input.among who may be named in the text; without it nobody is
 * @param input.parentId the comment that it answers; none when it answers the opening
 * @throws Refusal `not-found` when it was taken back meanwhile, or the answered comment stands elsewhere
 */
export async function addComment(
  act: Act,
  to: ConversationId,
  input: {
    body: string;
    parentId?: CommentId | undefined;
    files?: readonly FileId[] | undefined;
    among?: Among | undefined;
  },
): Promise<CommentId> {
  await hold(act.tx, to, input.parentId);
  const id = newId<"comment">();
  const moment = now();
  const settled = await settleWords(act.tx, { actor: act.actor, body: input.body }, input.among ?? null);
  const writing = { writer: act.actor, body: settled.body, files: input.files };
  const written = await write(act.tx, writing, to);
  await act.tx.insert(comment).values({
    id,
    conversationId: to,
    parentId: input.parentId ?? null,
    authorId: act.actor,
    body: settled.body,
    bodyHtml: written.rendered.bodyHtml,
    renderVersion: written.rendered.renderVersion,
    language: toldLanguage(written.rendered.excerpt),
    createdAt: moment,
  });
  await attachFiles(act.tx, { conversation: to, comment: id }, writing, written);
  await act.tx
    .update(conversation)
    .set({ commentCount: sql`${conversation.commentCount} + 1`, lastActivityAt: moment })
    .where(eq(conversation.id, to));
  await act.tx.update(post).set({ lastActivityAt: moment }).where(eq(post.id, to));
  await noteVoice({ cause: act, who: act.actor, of: to }, { at: moment, id });
  await keepMentions(act, { conversation: to, comment: id }, settled);
  await forgetDraft(act, draftPlaces.comment(to, input.parentId));
  await record(act, commentAdded, id, { conversationId: to });
  return id;
}
