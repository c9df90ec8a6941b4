import { type SQL, sql } from "drizzle-orm";
import type { PersonId } from "@/members/shape";
import type { Act } from "@/platform/access/procedure";
import { Refusal } from "@/platform/errors";
import { board } from "../schema";
import { type BoardId, type IdeaStatus, isSpentIn, PHASES, phaseOf } from "../shape";

const spending = sql.join(
  PHASES.filter(isSpentIn).map((phase) => sql`${phase}`),
  sql`, `,
);

/**
 * How many votes of a board's budget a person has given, as a column of `board`: one for an idea and its doubles
 * together. Those on decided ideas came back, and those that an import brought were given elsewhere.
 */
export function spentBy(personId: PersonId): SQL<number> {
  return sql<number>`(select count(distinct head.id)::int from idea_vote v join idea i on i.id = v.idea_id
    join idea head on head.id = coalesce(i.merged_into, i.id)
    where v.person_id = ${personId} and i.board_id = ${board}.id and i.removed_at is null and head.removed_at is null
      and head.phase in (${spending})
      and not exists (select 1 from import_idea brought where brought.idea_id = i.id and v.voted_at = i.created_at))`;
}

/** How many votes are left; null without a budget. A decision that was taken back may leave somebody with less than none. */
export function leftOf(budget: number | null, spent: number): number | null {
  return budget === null ? null : Math.max(0, budget - spent);
}

/** Whether a vote that was not given yet could be: where ideas are decided, votes cost nothing. */
export function hasVoteFor(status: IdeaStatus, left: number | null): boolean {
  return left !== 0 || !isSpentIn(phaseOf(status));
}

/** How many votes a person has left on a board, null for as many as they like; held until the transaction ends. */
export async function holdBudget(act: Act, on: BoardId, personId: PersonId): Promise<number | null> {
  const [row] = await act.tx.select({ budget: board.voteBudget }).from(board).where(sql`${board.id} = ${on}`);
  if (row === undefined || row.budget === null) return null;
  // Two votes of one person on two ideas lock two rows: what they share is this.
  await act.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`budget:${on}:${personId}`}, 0))`);
  const [held] = await act.tx
    .select({ spent: spentBy(personId) })
    .from(board)
    .where(sql`${board.id} = ${on}`);
  return leftOf(row.budget, held?.spent ?? 0);
}

/** @throws Refusal `not-allowed` when the actor has no vote left on the board; with one, it is theirs to give. */
export async function spendVote(act: Act, on: BoardId): Promise<void> {
  const left = await holdBudget(act, on, act.actor);
  if (left === 0) throw new Refusal("not-allowed", "budgetSpent");
}
