import { eq, type SQL } from "drizzle-orm";
import type { Tx } from "@/platform/database/client";
import { Refusal } from "@/platform/errors";
import type { VotersShown } from "../board-shape";
import { idea, vote } from "../schema";
import type { BoardId } from "../shape";

/** What a board tells of who voted, from nothing to everything. */
const LEAST_FIRST: readonly VotersShown[] = ["counts", "hosts", "names"];

/** The boards that tell no more of who voted than this one does: what voters were promised holds there as well. */
export function tellingNoMore(shown: VotersShown): readonly VotersShown[] {
  return LEAST_FIRST.slice(0, LEAST_FIRST.indexOf(shown) + 1);
}

/** Whether anybody voted for one of these ideas; a condition on `idea`. */
export async function hasVotes(tx: Tx, among: SQL): Promise<boolean> {
  const voted = tx.select({ id: vote.ideaId }).from(vote).innerJoin(idea, eq(idea.id, vote.ideaId)).where(among);
  return (await voted.limit(1)).length > 0;
}

/**
 * Demands that a board goes on telling no more of who voted than it promised those who did.
 * @throws Refusal `invalid` beside the field
 */
export async function demandPromiseKept(tx: Tx, on: BoardId, was: VotersShown, now: VotersShown): Promise<void> {
  if (tellingNoMore(was).includes(now) || !(await hasVotes(tx, eq(idea.boardId, on)))) return;
  throw new Refusal("invalid", "votersPromised", {}, { votersShown: ["field.votersPromised"] });
}
