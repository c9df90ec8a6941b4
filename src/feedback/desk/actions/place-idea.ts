import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import type { ConversationId } from "@/posts/shape";
import { lockIdea } from "../../actions/lock-idea";
import { roadmapOrdered } from "../../events";
import { board, idea } from "../../schema";
import { ROADMAP_COLUMNS } from "../../shape";
import { byPlace } from "../by-place";
import { roadmapPlace } from "../schema";
import type { Placing } from "../shape";

/** A column that is longer than this is no roadmap; what is further down keeps its order by votes. */
const COLUMN_MAX = 500;

/**
 * Gives an idea its place in its column of the roadmap: one higher or lower, or before another one. All that stand above
 * it, and above the last that was placed before, have a place of their own from then on; the rest follows by votes.
 * @throws Refusal `conflict` when it stands in no column any more
 */
export async function placeIdea(act: Act, id: ConversationId, wish: Placing): Promise<void> {
  const { status } = await lockIdea(act, id);
  if (!ROADMAP_COLUMNS.some((one) => one === status)) throw new Refusal("conflict", "ideaMovedMeanwhile");
  // Two hosts who put the same column in order do so one after the other.
  await act.tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`roadmap:${status}`}))`);
  const column = await act.tx
    .select({ id: idea.id, place: roadmapPlace.place })
    .from(idea)
    .innerJoin(board, eq(board.id, idea.boardId))
    .leftJoin(roadmapPlace, eq(roadmapPlace.ideaId, idea.id))
    .where(and(eq(idea.status, status), isNull(idea.removedAt), isNull(board.archivedAt)))
    .orderBy(...byPlace(status))
    .limit(COLUMN_MAX);
  const ids = column.map((one) => one.id);
  const next = reordered(ids, id, wish);
  const placed = column.filter((one) => one.place !== null).length;
  const until = Math.max(next.indexOf(id), ids.indexOf(id), placed - 1) + 1;
  const kept = next.slice(0, until);
  await act.tx.delete(roadmapPlace).where(inArray(roadmapPlace.ideaId, ids));
  if (kept.length > 0) await act.tx.insert(roadmapPlace).values(kept.map((ideaId, place) => ({ ideaId, place })));
  await record(act, roadmapOrdered, id, { status });
}

/** A column with one of its ideas elsewhere; where a wish cannot be met, as it was. */
export function reordered<T extends string>(
  ids: readonly T[],
  id: T,
  wish: { step?: "higher" | "lower"; before?: T },
): T[] {
  const from = ids.indexOf(id);
  if (from === -1) return [...ids];
  const rest = ids.filter((one) => one !== id);
  const before = wish.before === undefined ? -1 : rest.indexOf(wish.before);
  const end =
    wish.step === undefined ? (before === -1 ? rest.length : before) : from + (wish.step === "higher" ? -1 : 1);
  return rest.toSpliced(Math.max(0, Math.min(end, rest.length)), 0, id);
}
