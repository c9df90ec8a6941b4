import { and, count, eq } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { found, Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import type { ConversationId } from "@/posts/shape";
import { lockIdea } from "../actions/lock-idea";
import { boardEdited, ideaSorted } from "../events";
import { board, boardLabel, idea, ideaTag } from "../schema";
import { type BoardId, LABELS_MAX, type LabelId, type LabelKind, type SortedIdea } from "../shape";
import { ofBoard } from "./of-board";

/**
 * Gives a board one more category or tag.
 * @throws Refusal `conflict` when there is one of that name, `not-allowed` when there are enough
 */
export async function addLabel(act: Act, on: BoardId, input: { kind: LabelKind; name: string }): Promise<void> {
  const { kind, name } = input;
  // Two hosts who add the last one at once would both find room for it.
  await act.tx.select({ id: board.id }).from(board).where(eq(board.id, on)).for("no key update");
  const [held] = await act.tx
    .select({ labels: count() })
    .from(boardLabel)
    .where(and(eq(boardLabel.boardId, on), eq(boardLabel.kind, kind)));
  if ((held?.labels ?? 0) >= LABELS_MAX[kind])
    throw new Refusal("not-allowed", "labelsFull", { max: LABELS_MAX[kind] });
  const added = await act.tx
    .insert(boardLabel)
    .values({ id: newId<"board-label">(), boardId: on, kind, name, createdAt: now() })
    .onConflictDoNothing()
    .returning({ id: boardLabel.id });
  if (added.length === 0) throw taken();
  await record(act, boardEdited, on, {});
}

/**
 * Calls a category or a tag something else; the ideas that have it keep it.
 * @throws Refusal `not-found` when the board has no such label, `conflict` when it has another of that name
 */
export async function renameLabel(act: Act, on: BoardId, id: LabelId, name: string): Promise<void> {
  const labels = await act.tx.select().from(boardLabel).where(eq(boardLabel.boardId, on)).for("update");
  const one = found(labels.find((label) => label.id === id));
  const isOther = (label: typeof one) => label.id !== id && label.kind === one.kind;
  if (labels.some((label) => isOther(label) && label.name.toLowerCase() === name.toLowerCase())) throw taken();
  await act.tx.update(boardLabel).set({ name }).where(eq(boardLabel.id, id));
  await record(act, boardEdited, on, {});
}

/**
 * Takes a category or a tag away, from the board and from its ideas.
 * @throws Refusal `not-found` when the board has no such label
 */
export async function removeLabel(act: Act, on: BoardId, id: LabelId): Promise<void> {
  const [gone] = await act.tx
    .delete(boardLabel)
    .where(and(eq(boardLabel.id, id), eq(boardLabel.boardId, on)))
    .returning({ id: boardLabel.id });
  found(gone);
  await record(act, boardEdited, on, {});
}

/** Says of which category an idea is, and which tags it has; what was chosen before is let go. */
export async function sortIdea(act: Act, id: ConversationId, input: SortedIdea): Promise<void> {
  const { boardId } = await lockIdea(act, id);
  const [categoryId = null] = await ofBoard(act, boardId, "category", input.category === null ? [] : [input.category]);
  const tags = await ofBoard(act, boardId, "tag", input.tags);
  await act.tx.update(idea).set({ categoryId }).where(eq(idea.id, id));
  await act.tx.delete(ideaTag).where(eq(ideaTag.ideaId, id));
  if (tags.length > 0) await act.tx.insert(ideaTag).values(tags.map((labelId) => ({ ideaId: id, labelId })));
  await record(act, ideaSorted, id, {});
}

function taken(): Refusal {
  return new Refusal("conflict", "labelTaken", {}, { name: ["field.taken"] });
}
