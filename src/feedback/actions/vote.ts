import { and, eq, sql } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import type { ConversationId } from "@/posts/shape";
import { ideaUnvoted, ideaVoted } from "../events";
import { board, vote } from "../schema";
import { type BoardId, isSpentIn, type NewVote, phaseOf } from "../shape";
import { spendVote } from "../votes/budget";
import { countAs, countIn, countOut } from "../votes/count";
import { lockIdea } from "./lock-idea";

/**
 * Gives the actor's voice to an idea, or changes it. Voting the same again changes nothing and announces nothing.
 * @throws Refusal `not-allowed` when the idea was shipped in the meantime, or the actor's budget is spent
 */
export async function castVote(act: Act, id: ConversationId, input: NewVote): Promise<void> {
  const held = await lockIdea(act, id);
  if (held.status === "shipped") throw new Refusal("not-allowed", "ideaShipped");
  const mine = and(eq(vote.ideaId, id), eq(vote.personId, act.actor));
  const { need, reason } = input;
  const [before] = await act.tx.select({ need: vote.need, reason: vote.reason }).from(vote).where(mine);
  if (before === undefined) {
    if (isSpentIn(phaseOf(held.status))) await spendVote(act, held.boardId);
    const [given] = await act.tx
      .insert(vote)
      .values({
        ideaId: id,
        personId: act.actor,
        need,
        reason,
        department: sql`(select department from person where id = ${act.actor})`,
        votedAt: now(),
      })
      .returning();
    if (given !== undefined) await countIn(act, { id, trend: held.trend }, given);
  } else {
    if (before.need === need && before.reason === reason) return;
    await act.tx.update(vote).set({ need, reason }).where(mine);
    await countAs(act, id, before.need, need);
  }
  await record(await spoken(act, held.boardId), ideaVoted, id, { need, changed: before !== undefined });
}

/** Takes the actor's voice back; where there is none, nothing happens. */
export async function takeVoteBack(act: Act, id: ConversationId): Promise<void> {
  const held = await lockIdea(act, id);
  if (held.status === "shipped") throw new Refusal("not-allowed", "ideaShipped");
  const [gone] = await act.tx
    .delete(vote)
    .where(and(eq(vote.ideaId, id), eq(vote.personId, act.actor)))
    .returning();
  if (gone === undefined) return;
  await countOut(act, { id, trend: held.trend }, gone);
  await record(await spoken(act, held.boardId), ideaUnvoted, id, {});
}

/** Who is written down as having voted: nobody, on a board where nobody is told who did, not even in the journal. */
async function spoken(act: Act, on: BoardId) {
  const [row] = await act.tx.select({ shown: board.votersShown }).from(board).where(eq(board.id, on));
  return row?.shown === "counts" ? { ...act, actor: null } : act;
}
