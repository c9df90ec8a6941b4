import { and, eq, isNull, sql } from "drizzle-orm";
import { recountVotes } from "@/feedback/votes/recount";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import type { ConversationId } from "@/posts/shape";
import { ideaUnmerged } from "../../events";
import { board, idea } from "../../schema";
import { ideaMerge } from "../schema";
import type { IdeaMergeId } from "../shape";
import { holdWithItsIdea } from "./hold";

/**
 * Lets a double stand alone again, where it stood. Its votes and comments never left it; what people did to their own
 * voice meanwhile stays as they want it.
 * @throws Refusal `conflict` when that merge was undone already
 */
export async function undoMerge(act: Act, id: ConversationId, merge: IdeaMergeId): Promise<void> {
  const { boardId, mergedInto } = await holdWithItsIdea(act, id);
  const [row] = await act.tx
    .update(ideaMerge)
    .set({ undoneBy: act.actor, undoneAt: now() })
    .where(and(eq(ideaMerge.id, merge), eq(ideaMerge.ideaId, id), isNull(ideaMerge.undoneAt)))
    .returning({ status: ideaMerge.statusBefore, promisedFor: ideaMerge.promisedBefore });
  if (row === undefined || mergedInto === null) throw new Refusal("conflict", "mergeUndone");
  await act.tx
    .update(idea)
    .set({ ...row, mergedInto: null, mergedAt: null, mergedBy: null })
    .where(eq(idea.id, id));
  await recountVotes(act.tx, eq(idea.id, id));
  await recountVotes(act.tx, eq(idea.id, mergedInto));
  await act.tx
    .update(board)
    .set({ ideaCount: sql`${board.ideaCount} + 1` })
    .where(eq(board.id, boardId));
  await record(act, ideaUnmerged, id, { from: mergedInto });
}
