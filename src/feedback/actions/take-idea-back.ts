import { and, eq, ne, sql } from "drizzle-orm";
import type { PersonId } from "@/members/shape";
import { paths } from "@/paths";
import type { Act } from "@/platform/access/procedure";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { keepWords, letFilesGo } from "@/posts/actions/undo";
import { draftPlaces } from "@/posts/drafts/shape";
import { attachment, comment, conversation } from "@/posts/schema";
import type { ConversationId } from "@/posts/shape";
import { ideaWithdrawn } from "../events";
import { board, idea, vote } from "../schema";
import { lockIdea } from "./lock-idea";

/**
 * Takes an idea back as if it had never been suggested: its row goes, with all that hangs on it, and its words wait as a
 * draft again.
 * @param on.slug the board that it stands on
 * @param on.authorId whose idea it is; their own voice goes with it
 * @throws Refusal `conflict` when somebody has commented on it, voted for it or answered it: then it is theirs as well
 */
export async function takeIdeaBack(
  act: Act,
  id: ConversationId,
  on: { slug: string; authorId: PersonId },
): Promise<void> {
  const { boardId, status } = await lockIdea(act, id);
  await act.tx.select({ id: conversation.id }).from(conversation).where(eq(conversation.id, id)).for("update");
  if (status !== "open" || (await isOthersToo(act, id, on.authorId)))
    throw new Refusal("conflict", "answeredMeanwhile");
  await letFilesGo(act, eq(attachment.conversationId, id));
  const [gone] = await act.tx.delete(conversation).where(eq(conversation.id, id)).returning();
  if (gone !== undefined) {
    const words = { title: gone.title, body: gone.body, kind: "" };
    await keepWords(act, draftPlaces.newIdea(boardId), paths.suggest(on.slug), words);
  }
  await act.tx
    .update(board)
    .set({ ideaCount: sql`${board.ideaCount} - 1` })
    .where(eq(board.id, boardId));
  await record(act, ideaWithdrawn, id, { boardId });
}

async function isOthersToo({ tx }: Act, id: ConversationId, authorId: PersonId): Promise<boolean> {
  const answers = await tx.select({ id: comment.id }).from(comment).where(eq(comment.conversationId, id)).limit(1);
  const votes = await tx
    .select({ by: vote.personId })
    .from(vote)
    .where(and(eq(vote.ideaId, id), ne(vote.personId, authorId)))
    .limit(1);
  const doubles = await tx.select({ id: idea.id }).from(idea).where(eq(idea.mergedInto, id)).limit(1);
  return answers.length + votes.length + doubles.length > 0;
}
