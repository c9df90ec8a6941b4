import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { recountVotes } from "@/feedback/votes/recount";
import type { PersonId } from "@/members/shape";
import { demand } from "@/platform/access/decision";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { conversation } from "@/posts/schema";
import type { ConversationId } from "@/posts/shape";
import { ideaRemoved } from "../events";
import { holdWithItsIdea } from "../merging/actions/hold";
import { leftToAuthor } from "../policy";
import { board, idea, vote } from "../schema";
import { phaseOf } from "../shape";
import type { HeldIdea } from "./lock-idea";

/** On whose word an idea goes: its author's, a host's, or that of hosts who take bad words away. */
type Removing = { as: "author"; author: PersonId } | { as: "host" } | { as: "moderator" };

/**
 * Takes an idea out of every list. The rows stay, so that it can be brought back and audited. Bad words go whatever hangs
 * on them, and come back with it; otherwise nobody takes away a promise that stands, or what others asked for.
 * @throws Refusal `not-allowed` while other ideas are joined with it or a promised day stands, and for its author when
 * it was answered or somebody else has voted meanwhile
 */
export async function removeIdea(act: Act, id: ConversationId, by: Removing): Promise<void> {
  const held = await holdWithItsIdea(act, id);
  const { boardId, mergedInto } = held;
  if (by.as === "author") {
    demand(leftToAuthor(held.status));
    await nobodyElse(act, id, by.author);
  }
  if (by.as !== "moderator") await nothingHangsOn(act, held);
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

/** A promise that vanished would be kept by nobody and missed by no gate, and doubles would be nowhere to be found. */
async function nothingHangsOn(act: Act, { id, status, promisedFor }: HeldIdea): Promise<void> {
  if (promisedFor !== null && phaseOf(status) === "coming") throw new Refusal("not-allowed", "removePromised");
  const [double] = await act.tx
    .select({ id: idea.id })
    .from(idea)
    .where(and(eq(idea.mergedInto, id), isNull(idea.removedAt)))
    .limit(1);
  if (double !== undefined) throw new Refusal("not-allowed", "removeHasDoubles");
}

async function nobodyElse(act: Act, id: ConversationId, author: PersonId): Promise<void> {
  const [other] = await act.tx
    .select({ personId: vote.personId })
    .from(vote)
    .where(and(eq(vote.ideaId, id), ne(vote.personId, author)))
    .limit(1);
  if (other !== undefined) throw new Refusal("not-allowed", "ideaHasVotes");
}
