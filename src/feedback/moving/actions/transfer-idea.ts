import { eq, inArray, sql } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import type { ConversationId } from "@/posts/shape";
import { type HeldIdea, lockIdeas } from "../../actions/lock-idea";
import { ideaTransferred } from "../../events";
import { familyOf } from "../../merging/family";
import { board, idea, vote } from "../../schema";
import type { BoardId } from "../../shape";
import { tellingNoMore } from "../../votes/promised";
import { ideaTransfer } from "../schema";

/**
 * Moves an idea to another board, with its votes, its comments and its doubles.
 * @param way.from the board that the host saw it on
 * @throws Refusal `conflict` when it was moved or merged meanwhile
 */
export async function transferIdea(act: Act, id: ConversationId, way: { from: BoardId; to: BoardId }): Promise<void> {
  if (way.from === way.to) throw new Refusal("invalid", "nothingSaid");
  const held = await lockIdeas(act, await familyIds(act, id));
  const own = held.find((one) => one.id === id);
  if (own === undefined) throw new Refusal("not-found");
  if (own.status === "merged") throw new Refusal("conflict", "ideaMerged");
  // From here on nothing is merged into it; what was, between the look and the lock, would stay behind.
  const isWhole = (await familyIds(act, id)).every((one) => held.some((it) => it.id === one));
  if (own.boardId !== way.from || !isWhole) throw new Refusal("conflict", "ideaTransferred");
  await demandNoMoreTold(act, held, way.to);
  for (const one of held) {
    if (one.id !== id && one.mergedInto !== id) continue;
    await act.tx.update(idea).set({ boardId: way.to }).where(eq(idea.id, one.id));
    await act.tx.insert(ideaTransfer).values({
      id: newId<"idea-transfer">(),
      ideaId: one.id,
      fromBoard: one.boardId,
      toBoard: way.to,
      movedBy: act.actor,
      movedAt: now(),
    });
  }
  const counts = [
    { id: way.from, by: -1 },
    { id: way.to, by: 1 },
  ] as const;
  for (const one of counts.toSorted((a, b) => (a.id < b.id ? -1 : 1))) await count(act, one.id, one.by);
  await record(act, ideaTransferred, id, way);
}

/** Whoever voted was promised what is told of it, wherever the idea goes. */
async function demandNoMoreTold(act: Act, held: readonly HeldIdea[], to: BoardId): Promise<void> {
  const ids = held.map((one) => one.id);
  const [voted] = await act.tx.select({ id: vote.ideaId }).from(vote).where(inArray(vote.ideaId, ids)).limit(1);
  if (voted === undefined) return;
  const shown = await act.tx
    .select({ id: board.id, shown: board.votersShown })
    .from(board)
    .where(inArray(board.id, [to, ...held.map((one) => one.boardId)]))
    .for("share");
  const target = shown.find((one) => one.id === to);
  if (target === undefined) throw new Refusal("not-found");
  const kept = shown.every((one) => tellingNoMore(one.shown).includes(target.shown));
  if (!kept) throw new Refusal("not-allowed", "votersPromised");
}

async function familyIds(act: Act, id: ConversationId): Promise<ConversationId[]> {
  const rows = await act.tx.execute<{ id: ConversationId }>(sql`select f.id from ${familyOf(id)} f`);
  return Array.from(rows, (one) => one.id);
}

/** A double is counted on no board. */
async function count(act: Act, id: BoardId, by: 1 | -1): Promise<void> {
  await act.tx
    .update(board)
    .set({ ideaCount: sql`${board.ideaCount} + ${by}` })
    .where(eq(board.id, id));
}
