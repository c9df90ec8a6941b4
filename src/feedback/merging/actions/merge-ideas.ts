import { eq, sql } from "drizzle-orm";
import { recountVotes } from "@/feedback/votes/recount";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import { conversation } from "@/posts/schema";
import type { ConversationId } from "@/posts/shape";
import { type HeldIdea, lockIdeas } from "../../actions/lock-idea";
import { ideaMerged } from "../../events";
import { board, idea } from "../../schema";
import { ideaMerge } from "../schema";
import { basisOf, type NewMerge } from "../shape";

type Two = { one: HeldIdea & { version: number }; into: HeldIdea & { version: number } };

/**
 * Joins a double with the idea that goes on. Nothing is moved and nothing deleted: votes and comments stay where they
 * were given and are read together from now on. There are no chains: a double is merged into nothing, and nothing into it.
 * @throws Refusal `conflict` when either idea stands elsewhere than the host saw; `not-allowed` for a chain, and for an
 * idea that carries a promise or was shipped, which its voters would lose sight of
 */
export async function mergeIdeas(act: Act, id: ConversationId, input: NewMerge): Promise<void> {
  const { one, into } = await holdBoth(act, id, input.into);
  if (one.status === "merged") throw new Refusal("conflict", "mergedAlready");
  if (into.status === "merged") throw new Refusal("not-allowed", "mergeIntoMerged");
  if (input.basis !== basisOf(one, into)) throw new Refusal("conflict", "mergeStale");
  // On one board both have the same readers: nobody loses sight of what they voted for, and nothing is shown to others.
  if (one.boardId !== into.boardId) throw new Refusal("not-allowed", "mergeOtherBoard");
  if (one.status === "shipped" || one.promisedFor !== null) throw new Refusal("not-allowed", "mergePromised");
  await hasNoDoubles(act, id);
  const mergedAt = now();
  await act.tx
    .update(idea)
    .set({ status: "merged", mergedInto: into.id, mergedAt, mergedBy: act.actor })
    .where(eq(idea.id, id));
  await act.tx.insert(ideaMerge).values({
    id: newId<"idea-merge">(),
    ideaId: id,
    intoId: into.id,
    statusBefore: one.status,
    promisedBefore: one.promisedFor,
    note: input.note,
    mergedBy: act.actor,
    mergedAt,
  });
  await recountVotes(act.tx, eq(idea.id, into.id));
  await act.tx
    .update(board)
    .set({ ideaCount: sql`${board.ideaCount} - 1` })
    .where(eq(board.id, one.boardId));
  await record(act, ideaMerged, id, { into: into.id });
}

async function holdBoth(act: Act, id: ConversationId, intoId: ConversationId): Promise<Two> {
  if (id === intoId) throw new Refusal("invalid", "mergeItself");
  const held = await lockIdeas(act, [id, intoId]);
  const versions = await act.tx
    .select({ id: conversation.id, version: conversation.version })
    .from(conversation)
    .where(sql`${conversation.id} in (${id}, ${intoId})`);
  const find = (which: ConversationId) => {
    const row = held.find((one) => one.id === which);
    const words = versions.find((one) => one.id === which);
    if (row === undefined || words === undefined) throw new Refusal("not-found");
    return { ...row, version: words.version };
  };
  return { one: find(id), into: find(intoId) };
}

async function hasNoDoubles(act: Act, id: ConversationId): Promise<void> {
  const [double] = await act.tx.select({ id: idea.id }).from(idea).where(eq(idea.mergedInto, id)).limit(1);
  if (double !== undefined) throw new Refusal("not-allowed", "mergeHasDoubles");
}
