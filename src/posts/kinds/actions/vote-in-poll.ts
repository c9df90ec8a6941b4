import { and, eq, inArray, sql } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import type { ConversationId } from "../../shape";
import { pollAnswered } from "../events";
import { poll, pollBallot, pollOption } from "../schema";

/** Loads a poll and makes whoever votes in it at the same moment wait, so that its counts are always its ballots'. */
async function openPoll(act: Act, id: ConversationId): Promise<{ several: boolean; named: boolean }> {
  const [asked] = await act.tx.select().from(poll).where(eq(poll.id, id)).for("update");
  if (asked === undefined) throw new Refusal("not-found");
  if (asked.closesAt !== null && asked.closesAt <= now()) throw new Refusal("conflict", "pollClosed");
  return asked;
}

async function count(act: Act, id: ConversationId, choices: readonly number[], by: 1 | -1): Promise<void> {
  if (choices.length === 0) return;
  await act.tx
    .update(pollOption)
    .set({ voteCount: sql`${pollOption.voteCount} + ${by}::int` })
    .where(and(eq(pollOption.pollId, id), inArray(pollOption.position, [...choices])));
}

async function earlier(act: Act, id: ConversationId): Promise<number[]> {
  const [mine] = await act.tx
    .delete(pollBallot)
    .where(and(eq(pollBallot.pollId, id), eq(pollBallot.personId, act.actor)))
    .returning({ choices: pollBallot.choices });
  return mine?.choices ?? [];
}

/**
 * Answers a poll, or changes one's answer.
 * @throws Refusal `conflict` when it is closed, `invalid` for more answers than it takes or answers that it has not
 */
export async function voteInPoll(act: Act, id: ConversationId, wished: readonly number[]): Promise<void> {
  const { several, named } = await openPoll(act, id);
  const choices = [...new Set(wished)].toSorted((a, b) => a - b);
  if (choices.length === 0 || (!several && choices.length > 1))
    throw new Refusal("invalid", "invalid", {}, { choices: ["field.choice"] });
  const known = await act.tx
    .select({ position: pollOption.position })
    .from(pollOption)
    .where(and(eq(pollOption.pollId, id), inArray(pollOption.position, choices)));
  if (known.length < choices.length) throw new Refusal("invalid", "invalid", {}, { choices: ["field.choice"] });
  const before = await earlier(act, id);
  await act.tx.insert(pollBallot).values({ pollId: id, personId: act.actor, several, choices, votedAt: now() });
  await count(act, id, before, -1);
  await count(act, id, choices, 1);
  if (before.length > 0) return;
  await act.tx
    .update(poll)
    .set({ voterCount: sql`${poll.voterCount} + 1` })
    .where(eq(poll.id, id));
  // A poll without names keeps its word in the trail as well.
  await record(named ? act : { ...act, actor: null }, pollAnswered, id, {});
}

/** Takes one's answer back. */
export async function takeAnswerBack(act: Act, id: ConversationId): Promise<void> {
  await openPoll(act, id);
  const before = await earlier(act, id);
  if (before.length === 0) return;
  await count(act, id, before, -1);
  await act.tx
    .update(poll)
    .set({ voterCount: sql`${poll.voterCount} - 1` })
    .where(eq(poll.id, id));
}
