import { and, eq, sql } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import type { ConversationId } from "@/posts/shape";
import { ideaUnvoted, ideaVoted } from "../events";
import { familyOf, isAmongVoices } from "../merging/family";
import { idea, vote } from "../schema";
import type { NewVote } from "../shape";
import { lockStanding } from "./lock-standing";

/**
 * Gives the actor's voice to an idea, or changes it. Voting the same again changes nothing and announces nothing. A voice
 * for an idea that was merged meanwhile goes to the one that it was merged into.
 * @returns the idea that has the voice
 * @throws Refusal `not-allowed` when the idea was shipped in the meantime
 */
export async function castVote(act: Act, asked: ConversationId, input: NewVote): Promise<ConversationId> {
  const { id, status } = await lockStanding(act, asked);
  if (status === "shipped") throw new Refusal("not-allowed", "ideaShipped");
  const isVoter = await hasVoice(act, id);
  const at = now();
  const [row] = await act.tx
    .insert(vote)
    .values({ ideaId: id, personId: act.actor, need: input.need, reason: input.reason, votedAt: at })
    .onConflictDoUpdate({
      target: [vote.ideaId, vote.personId],
      set: { need: input.need, reason: input.reason, saidAt: at },
      setWhere: sql`(${vote.need}, ${vote.reason}) is distinct from (excluded.need, excluded.reason)`,
    })
    .returning({ personId: vote.personId });
  if (row === undefined) return id;
  if (!isVoter) await count(act, id, 1);
  await record(act, ideaVoted, id, { need: input.need, changed: isVoter });
  return id;
}

/** Takes the actor's voice back, for an idea and for its doubles; where there is none, nothing happens. */
export async function takeVoteBack(act: Act, asked: ConversationId): Promise<ConversationId> {
  const { id, status } = await lockStanding(act, asked);
  if (status === "shipped") throw new Refusal("not-allowed", "ideaShipped");
  const gone = await act.tx
    .delete(vote)
    .where(and(sql`${vote.ideaId} in (select f.id from ${familyOf(id)} f)`, eq(vote.personId, act.actor)))
    .returning({ ideaId: vote.ideaId });
  if (gone.length === 0) return id;
  // The counts of the doubles rest until they stand alone again, when their votes are counted anew.
  await count(act, id, -1);
  await record(act, ideaUnvoted, id, {});
  return id;
}

async function hasVoice(act: Act, id: ConversationId): Promise<boolean> {
  const [row] = await act.tx.execute<{ yes: boolean }>(sql`select ${isAmongVoices(id, act.actor)} as yes`);
  return row?.yes ?? false;
}

async function count(act: Act, id: ConversationId, by: 1 | -1): Promise<void> {
  await act.tx
    .update(idea)
    .set({ voteCount: sql`${idea.voteCount} + ${by}` })
    .where(eq(idea.id, id));
}
