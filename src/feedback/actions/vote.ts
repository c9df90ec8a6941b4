import { and, eq, sql } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import type { ConversationId } from "@/posts/shape";
import { ideaUnvoted, ideaVoted } from "../events";
import { idea, vote } from "../schema";
import type { NewVote } from "../shape";
import { lockIdea } from "./lock-idea";

/**
 * Gives the actor's voice to an idea, or changes it. Voting the same again changes nothing and announces nothing.
 * @throws Refusal `not-allowed` when the idea was shipped in the meantime
 */
export async function castVote(act: Act, id: ConversationId, input: NewVote): Promise<void> {
  const { status } = await lockIdea(act, id);
  if (status === "shipped") throw new Refusal("not-allowed", "ideaShipped");
  const [row] = await act.tx
    .insert(vote)
    .values({ ideaId: id, personId: act.actor, need: input.need, reason: input.reason, votedAt: now() })
    .onConflictDoUpdate({
      target: [vote.ideaId, vote.personId],
      set: { need: input.need, reason: input.reason },
      setWhere: sql`(${vote.need}, ${vote.reason}) is distinct from (excluded.need, excluded.reason)`,
    })
    // xmax is 0 only on a row that this statement inserted.
    .returning({ isNew: sql<boolean>`xmax = 0` });
  if (row === undefined) return;
  if (row.isNew) await count(act, id, 1);
  await record(act, ideaVoted, id, { need: input.need, changed: !row.isNew });
}

/** Takes the actor's voice back; where there is none, nothing happens. */
export async function takeVoteBack(act: Act, id: ConversationId): Promise<void> {
  const { status } = await lockIdea(act, id);
  if (status === "shipped") throw new Refusal("not-allowed", "ideaShipped");
  const gone = await act.tx
    .delete(vote)
    .where(and(eq(vote.ideaId, id), eq(vote.personId, act.actor)))
    .returning({ personId: vote.personId });
  if (gone.length === 0) return;
  await count(act, id, -1);
  await record(act, ideaUnvoted, id, {});
}

async function count(act: Act, id: ConversationId, by: 1 | -1): Promise<void> {
  await act.tx
    .update(idea)
    .set({ voteCount: sql`${idea.voteCount} + ${by}` })
    .where(eq(idea.id, id));
}
