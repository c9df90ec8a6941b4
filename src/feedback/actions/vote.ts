import { and, eq, sql } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import type { ConversationId } from "@/posts/shape";
import { ideaUnvoted, ideaVoted } from "../events";
import { familyOf, voiceOf } from "../merging/family";
import { giveToVoter } from "../previews/actions/give-to-voter";
import { board, idea, vote } from "../schema";
import { type BoardId, isSpentIn, type NewVote, phaseOf } from "../shape";
import { spendVote } from "../votes/budget";
import { countAs, countIn, countOut } from "../votes/count";
import { recountVotes } from "../votes/recount";
import type { HeldIdea } from "./lock-idea";
import { lockStanding } from "./lock-standing";

/**
 * Gives the actor's voice to an idea, or changes it. Voting the same again changes nothing and announces nothing, unless
 * something else that they had said of a double counts until then. A voice for an idea that was merged meanwhile goes to
 * the one that it was merged into.
 * @returns the idea that has the voice
 * @throws Refusal `not-allowed` when the idea was shipped in the meantime, or the actor's budget is spent
 */
export async function castVote(act: Act, asked: ConversationId, input: NewVote): Promise<ConversationId> {
  const held = await lockStanding(act, asked);
  const { id } = held;
  if (held.status === "shipped") throw new Refusal("not-allowed", "ideaShipped");
  const { hasDoubles, voice } = await familyFacts(act, id);
  const { need, reason } = input;
  const mine = and(eq(vote.ideaId, id), eq(vote.personId, act.actor));
  const [before] = await act.tx.select({ need: vote.need, reason: vote.reason }).from(vote).where(mine);
  if (isSaid(before, input) && isSaid(voice, input)) return id;
  if (before === undefined) await give(act, held, input, { hasDoubles, voice });
  else {
    await act.tx.update(vote).set({ need, reason, saidAt: now() }).where(mine);
    if (!hasDoubles) await countAs(act, id, before.need, need);
  }
  if (hasDoubles) await recountVotes(act.tx, eq(idea.id, id));
  await giveToVoter(act, id);
  await record(await spoken(act, held.boardId), ideaVoted, id, { need, changed: voice !== null });
  return id;
}

type Voice = Pick<NewVote, "need" | "reason">;
/** The actor's voice that counts for an idea and its doubles, and whether it has any doubles. */
type FamilyFacts = { hasDoubles: boolean; voice: Voice | null };

function isSaid(voice: Voice | null | undefined, { need, reason }: Voice): boolean {
  return voice?.need === need && voice.reason === reason;
}

/** Writes a voice down, where there was none on the idea itself. */
async function give(act: Act, held: HeldIdea, { need, reason }: NewVote, facts: FamilyFacts): Promise<void> {
  // Whoever spoke for a double has a voice already, and gives no second one.
  if (facts.voice === null && isSpentIn(phaseOf(held.status))) await spendVote(act, held.boardId);
  const department = sql`(select department from person where id = ${act.actor})`;
  const [given] = await act.tx
    .insert(vote)
    .values({ ideaId: held.id, personId: act.actor, need, reason, department, votedAt: now() })
    .returning();
  if (given !== undefined && !facts.hasDoubles) await countIn(act, held, given);
}

/** Takes the actor's voice back, for an idea and for its doubles; where there is none, nothing happens. */
export async function takeVoteBack(act: Act, asked: ConversationId): Promise<ConversationId> {
  const held = await lockStanding(act, asked);
  const { id } = held;
  if (held.status === "shipped") throw new Refusal("not-allowed", "ideaShipped");
  const { hasDoubles } = await familyFacts(act, id);
  const [gone] = await act.tx
    .delete(vote)
    .where(and(sql`${vote.ideaId} in (select f.id from ${familyOf(id)} f)`, eq(vote.personId, act.actor)))
    .returning();
  if (gone === undefined) return id;
  // The counts of the doubles rest until they stand alone again, when their votes are counted anew.
  if (hasDoubles) await recountVotes(act.tx, eq(idea.id, id));
  else await countOut(act, held, gone);
  await record(await spoken(act, held.boardId), ideaUnvoted, id, {});
  return id;
}

async function familyFacts(act: Act, id: ConversationId): Promise<FamilyFacts> {
  const [row] = await act.tx.execute<FamilyFacts>(sql`
    select exists (select 1 from idea double where double.merged_into = ${id}::uuid and double.removed_at is null)
        as "hasDoubles",
      (select jsonb_build_object('need', mine.need, 'reason', mine.reason) from ${voiceOf(id, act.actor)} mine) as voice`);
  return row ?? { hasDoubles: false, voice: null };
}

/** Who is written down as having voted: nobody, on a board where nobody is told who did, not even in the journal. */
async function spoken(act: Act, on: BoardId) {
  const [row] = await act.tx.select({ shown: board.votersShown }).from(board).where(eq(board.id, on));
  return row?.shown === "counts" ? { ...act, actor: null } : act;
}
