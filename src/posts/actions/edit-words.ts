import { eq, sql } from "drizzle-orm";
import type { FileId } from "@/members/files/shape";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import { attachAgain, write } from "../attachments/attach";
import { forgetDraft } from "../drafts/actions";
import { draftPlaces } from "../drafts/shape";
import { commentEdited, postEdited } from "../events";
import { revision } from "../history/schema";
import { changeEvent } from "../kinds/actions/details";
import type { NewEvent } from "../kinds/shape";
import { toldLanguage } from "../language";
import type { Among } from "../mentions/among";
import { changeMentions, hasCalled } from "../mentions/keep";
import { settleWords } from "../mentions/settle";
import { comment, conversation } from "../schema";
import type { CommentId, ConversationId, EditBasis, Language } from "../shape";

type Words = { body: string; files?: readonly FileId[] | undefined; among?: Among | undefined };
type NewOpening = Words & { title: string; language?: Language | undefined };
type CommentPlace = { id: CommentId; conversationId: ConversationId };
type Where = { conversation: ConversationId; comment: CommentId | null };

/** New words as they will be kept, in the place of those that stand there: whom they name is settled against these. */
async function settled(act: Act, where: Where, input: Words, before: string) {
  const words = { actor: act.actor, body: input.body, before };
  const said = await settleWords(act.tx, words, input.among ?? null, await hasCalled(act, where));
  const writing = { writer: act.actor, body: said.body, files: input.files };
  return { said, writing, written: await write(act.tx, writing, where.conversation) };
}

/**
 * Changes the title and text of what opened a conversation, and keeps the words that stood there.
 * @param basis the version that the edit started from
 * @returns whether anything changed
 * @throws Refusal `conflict` when somebody saved another version meanwhile
 */
export async function editOpening(
  act: Act,
  id: ConversationId,
  input: NewOpening,
  basis: EditBasis = {},
): Promise<boolean> {
  const [before] = await act.tx.select().from(conversation).where(eq(conversation.id, id)).for("update");
  if (before === undefined) throw new Refusal("not-found");
  const where = { conversation: id, comment: null };
  const { said, writing, written } = await settled(act, where, input, before.body);
  const language = input.language ?? toldLanguage(`${input.title}\n${written.rendered.excerpt}`);
  await forgetDraft(act, draftPlaces.edit(id));
  if (before.title === input.title && before.body === said.body) {
    await act.tx.update(conversation).set({ language }).where(eq(conversation.id, id));
    return attachAgain(act.tx, where, writing, written);
  }
  meet(basis, before.version);
  await act.tx.insert(revision).values({
    id: newId<"revision">(),
    conversationId: id,
    version: before.version,
    title: before.title,
    body: before.body,
    writtenAt: before.editedAt ?? before.createdAt,
  });
  await act.tx
    .update(conversation)
    .set({
      title: input.title,
      body: said.body,
      ...written.rendered,
      language,
      editedAt: now(),
      version: sql`${conversation.version} + 1`,
    })
    .where(eq(conversation.id, id));
  await attachAgain(act.tx, where, writing, written);
  await changeMentions(act, where, said);
  return true;
}

/** An author changes a post, and of an event when and where it is. */
export async function editPost(
  act: Act,
  id: ConversationId,
  input: NewOpening & { event?: NewEvent | undefined },
  basis: EditBasis = {},
): Promise<void> {
  const reworded = await editOpening(act, id, input, basis);
  const replanned = input.event !== undefined && (await changeEvent(act, id, input.event));
  if (reworded || replanned) await record(act, postEdited, id, {});
}

/** An author changes a comment; the words that stood there are kept. */
export async function editComment(act: Act, at: CommentPlace, input: Words, basis: EditBasis = {}): Promise<void> {
  const [before] = await act.tx.select().from(comment).where(eq(comment.id, at.id)).for("update");
  if (before === undefined) throw new Refusal("not-found");
  const where = { conversation: at.conversationId, comment: at.id };
  const { said, writing, written } = await settled(act, where, input, before.body);
  await forgetDraft(act, draftPlaces.editComment(at.id));
  if (before.body === said.body) {
    if (await attachAgain(act.tx, where, writing, written)) await recordEdit(act, at);
    return;
  }
  meet(basis, before.version);
  await act.tx.insert(revision).values({
    id: newId<"revision">(),
    conversationId: at.conversationId,
    commentId: at.id,
    version: before.version,
    body: before.body,
    writtenAt: before.editedAt ?? before.createdAt,
  });
  await act.tx
    .update(comment)
    .set({
      body: said.body,
      bodyHtml: written.rendered.bodyHtml,
      renderVersion: written.rendered.renderVersion,
      language: toldLanguage(written.rendered.excerpt),
      editedAt: now(),
      version: sql`${comment.version} + 1`,
    })
    .where(eq(comment.id, at.id));
  await attachAgain(act.tx, where, writing, written);
  await changeMentions(act, where, said);
  await recordEdit(act, at);
}

async function recordEdit(act: Act, at: CommentPlace): Promise<void> {
  await record(act, commentEdited, at.id, { conversationId: at.conversationId });
}

/** An edit that started from older words is refused, unless its author has seen so and wants theirs all the same. */
function meet(basis: EditBasis, version: number): void {
  if (basis.version === undefined || basis.version === version || basis.over === "yes") return;
  throw new Refusal("conflict", "editedMeanwhile", {}, { over: ["field.editedMeanwhile"] });
}
