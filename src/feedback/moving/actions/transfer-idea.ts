import { eq, inArray, or, sql } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import type { ConversationId } from "@/posts/shape";
import { ideaTransferred } from "../../events";
import { board, idea, ideaTag } from "../../schema";
import type { BoardId } from "../../shape";
import { hasVotes, tellingNoMore } from "../../votes/promised";
import { ideaTransfer } from "../schema";

/**
 * Moves an idea to another board, with its votes, its comments and its doubles. What sorts it stays behind: categories
 * and tags are the words of one board, and may not be for the readers of another.
 * @param way.from the board that the host saw it on
 * @throws Refusal `conflict` when it was moved or merged meanwhile
 */
export async function transferIdea(act: Act, id: ConversationId, way: { from: BoardId; to: BoardId }): Promise<void> {
  if (way.from === way.to) throw new Refusal("invalid", "nothingSaid");
  const held = await holdAll(act, id);
  const own = held.find((one) => one.id === id);
  if (own === undefined || own.removedAt !== null) throw new Refusal("not-found");
  if (own.status === "merged") throw new Refusal("conflict", "ideaMerged");
  // From here on nothing is merged into it; what was, between the look and the lock, would stay behind.
  const isWhole = (await idsOf(act, id)).every((one) => held.some((it) => it.id === one.id));
  if (own.boardId !== way.from || !isWhole) throw new Refusal("conflict", "ideaTransferred");
  const all = held.map((one) => one.id);
  await demandNoMoreTold(act, all, way);
  await act.tx.update(idea).set({ boardId: way.to, categoryId: null }).where(inArray(idea.id, all));
  await act.tx.delete(ideaTag).where(inArray(ideaTag.ideaId, all));
  const at = now();
  await act.tx.insert(ideaTransfer).values(
    held.map((one) => ({
      id: newId<"idea-transfer">(),
      ideaId: one.id,
      fromBoard: one.boardId,
      toBoard: way.to,
      movedBy: act.actor,
      movedAt: at,
    })),
  );
  const counts = [
    { id: way.from, by: -1 },
    { id: way.to, by: 1 },
  ] as const;
  for (const one of counts.toSorted((a, b) => (a.id < b.id ? -1 : 1))) await count(act, one.id, one.by);
  await record(act, ideaTransferred, id, way);
}

/** Whoever voted was promised what is told of it, wherever the idea goes. */
async function demandNoMoreTold(
  act: Act,
  ids: readonly ConversationId[],
  { from, to }: { from: BoardId; to: BoardId },
): Promise<void> {
  if (!(await hasVotes(act.tx, inArray(idea.id, [...ids])))) return;
  const shown = await act.tx
    .select({ id: board.id, shown: board.votersShown })
    .from(board)
    .where(inArray(board.id, [from, to]))
    .orderBy(board.id)
    .for("no key update");
  const target = shown.find((one) => one.id === to);
  if (target === undefined) throw new Refusal("not-found");
  if (!shown.every((one) => tellingNoMore(one.shown).includes(target.shown)))
    throw new Refusal("not-allowed", "votersPromised");
}

const itsAll = (id: ConversationId) => or(eq(idea.id, id), eq(idea.mergedInto, id));

function idsOf(act: Act, id: ConversationId) {
  return act.tx.select({ id: idea.id }).from(idea).where(itsAll(id));
}

/** Holds an idea and its doubles in the order of their ids; those that were removed too, which may be brought back. */
function holdAll(act: Act, id: ConversationId) {
  return act.tx
    .select({ id: idea.id, boardId: idea.boardId, status: idea.status, removedAt: idea.removedAt })
    .from(idea)
    .where(itsAll(id))
    .orderBy(idea.id)
    .for("no key update");
}

/** A double is counted on no board. */
async function count(act: Act, id: BoardId, by: 1 | -1): Promise<void> {
  await act.tx
    .update(board)
    .set({ ideaCount: sql`${board.ideaCount} + ${by}` })
    .where(eq(board.id, id));
}
