import { and, eq, ne, sql } from "drizzle-orm";
import { recountVotes } from "@/feedback/votes/recount";
import type { PersonId } from "@/members/shape";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { conversation } from "@/posts/schema";
import type { ConversationId } from "@/posts/shape";
import { ideaRemoved } from "../events";
import { holdWithItsIdea } from "../merging/actions/hold";
import { board, idea, vote } from "../schema";

/**
 * Takes an idea out of every list. The rows stay, so that it can be brought back and audited.
 * @param by.alone set to the author when the right to remove rests on nobody else having voted
 * @throws Refusal `not-allowed` when somebody else has voted meanwhile
 */
export async function removeIdea(act: Act, id: ConversationId, by: { alone: PersonId | null }): Promise<void> {
  const { boardId, mergedInto } = await holdWithItsIdea(act, id);
  if (by.alone !== null) await nobodyElse(act, id, by.alone);
  const removedAt = now();
  await act.tx.update(idea).set({ removedAt }).where(eq(idea.id, id));
  await act.tx.update(conversation).set({ removedAt }).where(eq(conversation.id, id));
  if (mergedInto === null)
    await act.tx
      .update(board)
      .set({ ideaCount: sql`${board.ideaCount} - 1` })
      .where(eq(board.id, boardId));
  else await recountVotes(act.tx, eq(idea.id, mergedInto));
  await record(act, ideaRemoved, id, { boardId });
}

async function nobodyElse(act: Act, id: ConversationId, author: PersonId): Promise<void> {
  const [other] = await act.tx
    .select({ personId: vote.personId })
    .from(vote)
    .where(and(eq(vote.ideaId, id), ne(vote.personId, author)))
    .limit(1);
  if (other !== undefined) throw new Refusal("not-allowed", "ideaHasVotes");
}
