import { eq } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import { boardBasis, saidOf } from "../board-basis";
import type { EditBoard, NewBoard } from "../board-shape";
import { boardArchived, boardEdited, boardOpened } from "../events";
import { board } from "../schema";
import type { BoardId } from "../shape";
import { demandPromiseKept } from "../votes/promised";

/**
 * Makes a board for ideas.
 * @throws Refusal `conflict` when the address is taken
 */
export async function openBoard(act: Act, input: NewBoard): Promise<{ id: BoardId; slug: string }> {
  const id = newId<"board">();
  const [row] = await act.tx
    .insert(board)
    .values({ id, ...saidOf(input), slug: input.slug, createdAt: now() })
    .onConflictDoNothing({ target: board.slug })
    .returning({ slug: board.slug });
  if (row === undefined) throw new Refusal("conflict", "slugTaken", {}, { slug: ["field.taken"] });
  await record(act, boardOpened, id, { audience: input.audience });
  return { id, slug: row.slug };
}

/**
 * Writes all that a board says of itself and whom it lets; the address stays, links live on.
 * @throws Refusal `conflict` when it says something else by now than the form showed, `invalid` when voters were
 * promised that less is told of them
 */
export async function editBoard(act: Act, id: BoardId, input: EditBoard): Promise<void> {
  const [before] = await act.tx.select().from(board).where(eq(board.id, id)).for("no key update");
  if (before === undefined) throw new Refusal("not-found");
  if (input.basis !== undefined && input.basis !== boardBasis(before)) throw new Refusal("conflict", "boardChanged");
  await demandPromiseKept(act.tx, id, before.votersShown, input.votersShown);
  await act.tx.update(board).set(saidOf(input)).where(eq(board.id, id));
  await record(act, boardEdited, id, {});
}

/** Closes a board to new words and votes and takes it out of the list, or brings it back. Nothing is lost. */
export async function archiveBoard(act: Act, id: BoardId, archived: boolean): Promise<void> {
  await act.tx
    .update(board)
    .set({ archivedAt: archived ? now() : null })
    .where(eq(board.id, id));
  await record(act, boardArchived, id, { archived });
}
