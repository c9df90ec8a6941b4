import { and, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { letGo } from "@/members/files/actions/take-up";
import type { Act } from "@/platform/access/procedure";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { space } from "@/spaces/schema";
import type { SpaceId } from "@/spaces/shape";
import { saveDraft } from "../drafts/actions";
import { type DraftWords, draftPlaces } from "../drafts/shape";
import { commentRestored, commentWithdrawn, postRestored, postWithdrawn } from "../events";
import { attachment, comment, conversation, post } from "../schema";
import { BODY_MAX, type CommentId, type ConversationId } from "../shape";

/**
 * Takes a post back as if it had never been published: its row goes, with all that hangs on it. Its kind, title and text
 * wait as a draft; the options of a poll, the plan of an event and a wish to be read have no place in one and are lost.
 * @param path where its words were written, and wait as a draft again
 * @throws Refusal `conflict` when somebody has answered it: then it is theirs as well
 */
export async function takePostBack(act: Act, id: ConversationId, from: SpaceId, path: string): Promise<void> {
  const [stood] = await act.tx
    .select({ kind: post.kind })
    .from(conversation)
    .innerJoin(post, eq(post.id, conversation.id))
    .where(eq(conversation.id, id))
    .for("update", { of: conversation });
  const [answered] = await act.tx
    .select({ id: comment.id })
    .from(comment)
    .where(eq(comment.conversationId, id))
    .limit(1);
  if (answered !== undefined) throw new Refusal("conflict", "answeredMeanwhile");
  await letFilesGo(act, eq(attachment.conversationId, id));
  const [gone] = await act.tx.delete(conversation).where(eq(conversation.id, id)).returning();
  if (gone !== undefined && stood !== undefined)
    await keepWords(act, draftPlaces.newPost(from), path, { title: gone.title, body: gone.body, kind: stood.kind });
  await act.tx
    .update(space)
    .set({
      postCount: sql`${space.postCount} - 1`,
      lastPostAt: sql`(select max(c.created_at) from post p join conversation c on c.id = p.id
        where p.space_id = ${from} and p.removed_at is null)`,
    })
    .where(eq(space.id, from));
  await record(act, postWithdrawn, id, { spaceId: from });
}

/**
 * Takes a comment back as if it had never been said.
 * @param path where its words were written, and wait as a draft again
 * @throws Refusal `conflict` when somebody has answered it
 */
export async function takeCommentBack(act: Act, id: CommentId, on: ConversationId, path: string): Promise<void> {
  await act.tx.select({ id: conversation.id }).from(conversation).where(eq(conversation.id, on)).for("update");
  const [answered] = await act.tx.select({ id: comment.id }).from(comment).where(eq(comment.parentId, id)).limit(1);
  if (answered !== undefined) throw new Refusal("conflict", "answeredMeanwhile");
  await letFilesGo(act, eq(attachment.commentId, id));
  const [gone] = await act.tx.delete(comment).where(eq(comment.id, id)).returning();
  if (gone !== undefined)
    await keepWords(act, draftPlaces.comment(on, gone.parentId), path, { title: "", body: gone.body, kind: "" });
  // The conversation stands again where its last word, or its opening, put it.
  const last = sql`coalesce((select max(c.created_at) from comment c where c.conversation_id = ${on}), created_at)`;
  const [row] = await act.tx
    .update(conversation)
    .set({ commentCount: sql`${conversation.commentCount} - 1`, lastActivityAt: last })
    .where(eq(conversation.id, on))
    .returning({ at: conversation.lastActivityAt });
  if (row !== undefined) await act.tx.update(post).set({ lastActivityAt: row.at }).where(eq(post.id, on));
  await record(act, commentWithdrawn, id, { conversationId: on });
}

/** The files of words that go: loose again, so that the same words can take them up once more. */
export async function letFilesGo({ tx }: Act, which: SQL): Promise<void> {
  const rows = await tx.delete(attachment).where(which).returning({ id: attachment.fileId });
  await letGo(
    tx,
    rows.map((row) => row.id),
  );
}

/** Nobody types the same twice: what was taken back waits where it was written, unless something newer does. */
export async function keepWords(act: Act, place: string, path: string, words: DraftWords): Promise<void> {
  if (words.body.length <= BODY_MAX) await saveDraft(act, { place, path, base: 0, ...words });
}

/** Brings a removed post back to its place, with its conversation. */
export async function bringPostBack(act: Act, id: ConversationId): Promise<void> {
  const [row] = await act.tx
    .update(post)
    .set({ removedAt: null, removedBy: null })
    .where(and(eq(post.id, id), isNotNull(post.removedAt)))
    .returning({ spaceId: post.spaceId });
  if (row === undefined) throw new Refusal("conflict");
  await act.tx.update(conversation).set({ removedAt: null }).where(eq(conversation.id, id));
  await act.tx
    .update(space)
    .set({ postCount: sql`${space.postCount} + 1` })
    .where(eq(space.id, row.spaceId));
  await record(act, postRestored, id, { spaceId: row.spaceId });
}

/** Brings the words of a removed comment back. */
export async function bringCommentBack(act: Act, id: CommentId): Promise<void> {
  const [row] = await act.tx
    .update(comment)
    .set({ removedAt: null, removedBy: null })
    .where(and(eq(comment.id, id), isNotNull(comment.removedAt)))
    .returning({ conversationId: comment.conversationId });
  if (row === undefined) throw new Refusal("conflict");
  await act.tx
    .update(conversation)
    .set({ commentCount: sql`${conversation.commentCount} + 1` })
    .where(eq(conversation.id, row.conversationId));
  await record(act, commentRestored, id, { conversationId: row.conversationId });
}
