import { and, eq, sql } from "drizzle-orm";
import { person, personRole } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { openConversation } from "@/posts/actions/open-conversation";
import type { Among } from "@/posts/mentions/among";
import type { ConversationId } from "@/posts/shape";
import { cohortsOfPerson } from "@/stages/cohorts";
import { ideaSuggested } from "../events";
import { ofBoard } from "../labels/of-board";
import { lets } from "../policy";
import { board, idea, vote } from "../schema";
import type { BoardId, NewIdea } from "../shape";
import { trendOf } from "../trend";
import { holdBudget } from "../votes/budget";
import { countIn } from "../votes/count";

/**
 * Puts an idea on a board. Its author's own voice is the first, where votes are open to them and they have one left.
 * @param input.onBehalfOf whose idea it is, when the actor writes down what was said elsewhere
 * @throws Refusal `invalid` when there is nobody of that id to speak for, or no such category
 */
export async function suggestIdea(
  act: Act,
  on: { id: BoardId; votesOpen: boolean },
  input: Omit<NewIdea, "category"> & { category?: NewIdea["category"]; among?: Among | undefined },
): Promise<ConversationId> {
  const authorId = input.onBehalfOf ?? act.actor;
  const recordedBy = authorId === act.actor ? null : act.actor;
  if (recordedBy !== null) await isSomebody(act, authorId);
  const [categoryId = null] = await ofBoard(act, on.id, "category", input.category ? [input.category] : []);
  const id = await openConversation(act, { ...input, kind: "idea", authorId });
  const createdAt = now();
  const trend = trendOf(createdAt);
  await act.tx
    .insert(idea)
    .values({ id, boardId: on.id, recordedBy, categoryId, trend, waitingSince: createdAt, createdAt });
  if (on.votesOpen) await voteFirst(act, { id, trend, boardId: on.id }, { authorId, need: input.need });
  await act.tx
    .update(board)
    .set({ ideaCount: sql`${board.ideaCount} + 1` })
    .where(eq(board.id, on.id));
  await record(act, ideaSuggested, id, { boardId: on.id, authorId, recorded: recordedBy !== null });
  return id;
}

/** The author's own voice. Whoever may suggest and not vote, or has no vote left, suggests without one. */
async function voteFirst(
  act: Act,
  on: { id: ConversationId; trend: number; boardId: BoardId },
  by: { authorId: PersonId; need: NewIdea["need"] },
): Promise<void> {
  const isTeam = sql`exists (select 1 from ${personRole}
    where ${personRole.personId} = ${person.id} and ${personRole.until} is null)`;
  const [voter] = await act.tx
    .select({ department: person.department })
    .from(person)
    .innerJoin(board, eq(board.id, on.boardId))
    .where(and(eq(person.id, by.authorId), sql`(${isTeam} or ${lets("vote", cohortsOfPerson)})`));
  if (voter === undefined || (await holdBudget(act, on.boardId, by.authorId)) === 0) return;
  const [given] = await act.tx
    .insert(vote)
    .values({ ideaId: on.id, personId: by.authorId, need: by.need, ...voter, votedAt: now() })
    .returning();
  if (given !== undefined) await countIn(act, on, given);
}

async function isSomebody(act: Act, id: PersonId): Promise<void> {
  const [row] = await act.tx
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.id, id), eq(person.state, "active")));
  if (row === undefined) throw new Refusal("invalid", "invalid", {}, { onBehalfOf: ["field.noSuchPerson"] });
}
