import { eq } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import type { NewBoard } from "../board-shape";
import { boardArchived, boardEdited, boardOpened } from "../events";
import { board } from "../schema";
import type { BoardId } from "../shape";

/**
 * Makes a board for ideas.
 * @throws Refusal `conflict` when the address is taken
 */
export async function openBoard(act: Act, input: NewBoard): Promise<{ id: BoardId; slug: string }> {
  const id = newId<"board">();
  const [row] = await act.tx
    .insert(board)
    .values({ id, ...fieldsOf(input), slug: input.slug, createdAt: now() })
    .onConflictDoNothing({ target: board.slug })
    .returning({ slug: board.slug });
  if (row === undefined) throw new Refusal("conflict", "slugTaken", {}, { slug: ["field.taken"] });
  await record(act, boardOpened, id, { audience: input.audience });
  return { id, slug: row.slug };
}

/** Writes all that a board says of itself and whom it lets; the address stays, links live on. */
export async function editBoard(act: Act, id: BoardId, input: Omit<NewBoard, "slug">): Promise<void> {
  await act.tx.update(board).set(fieldsOf(input)).where(eq(board.id, id));
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

/** What a form says of a board, and nothing that came along with it. */
function fieldsOf(said: Omit<NewBoard, "slug">) {
  const { name, purpose, opensAt, votesAt, votersShown, voteBudget, answerDays } = said;
  const { audience, audienceCohorts, voteTo, voteCohorts, commentTo, commentCohorts, suggestTo, suggestCohorts } = said;
  const access = {
    audience,
    audienceCohorts,
    voteTo,
    voteCohorts,
    commentTo,
    commentCohorts,
    suggestTo,
    suggestCohorts,
  };
  return { name, purpose, opensAt, votesAt, votersShown, voteBudget, answerDays, ...access };
}
