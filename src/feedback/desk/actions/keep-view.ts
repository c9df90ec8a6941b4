import { and, count, eq, sql } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { deskView } from "../schema";
import { type DeskList, type DeskViewId, deskQuery, VIEWS_MAX } from "../shape";

/**
 * Keeps a way of looking at the desk under a name of one's own; a name that is there already gets the new one.
 * @throws Refusal `not-allowed` when one keeps too many
 */
export async function keepView(act: Act, name: string, list: DeskList): Promise<void> {
  const query = new URLSearchParams(
    Object.entries(deskQuery(list)).flatMap(([key, value]) => (value === null ? [] : [[key, value]])),
  ).toString();
  await act.tx
    .insert(deskView)
    .values({ id: newId<"desk-view">(), personId: act.actor, name, query, keptAt: now() })
    .onConflictDoUpdate({ target: [deskView.personId, sql`lower(${deskView.name})`], set: { name, query } });
  const [row] = await act.tx.select({ count: count() }).from(deskView).where(eq(deskView.personId, act.actor));
  if (row !== undefined && row.count > VIEWS_MAX) throw new Refusal("not-allowed", "viewsFull", { max: VIEWS_MAX });
}

/**
 * Takes a view of one's own away.
 * @throws Refusal `not-found` for somebody else's
 */
export async function dropView(act: Act, id: DeskViewId): Promise<void> {
  const gone = await act.tx
    .delete(deskView)
    .where(and(eq(deskView.id, id), eq(deskView.personId, act.actor)))
    .returning({ id: deskView.id });
  if (gone.length === 0) throw new Refusal("not-found");
}
