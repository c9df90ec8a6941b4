import { and, eq, inArray } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { Refusal } from "@/platform/errors";
import { boardLabel } from "../schema";
import type { BoardId, LabelId, LabelKind } from "../shape";

/**
 * The labels that were chosen, once it is certain that the board has them.
 * @throws Refusal `invalid` when one is of another board, of another kind, or was taken away meanwhile
 */
export async function ofBoard(
  act: Act,
  on: BoardId,
  kind: LabelKind,
  chosen: readonly LabelId[],
): Promise<readonly LabelId[]> {
  if (chosen.length === 0) return chosen;
  const known = await act.tx
    .select({ id: boardLabel.id })
    .from(boardLabel)
    .where(and(eq(boardLabel.boardId, on), eq(boardLabel.kind, kind), inArray(boardLabel.id, [...chosen])))
    .for("key share");
  const field = kind === "category" ? "category" : "tags";
  if (known.length < chosen.length) throw new Refusal("invalid", "invalid", {}, { [field]: ["field.labelGone"] });
  return chosen;
}
