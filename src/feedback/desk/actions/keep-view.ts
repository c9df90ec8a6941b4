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
  // The name is one whatever its capitals, which only an index on an expression can say.
  await act.tx.execute(sql`
    insert into ${deskView} (id, person_id, name, query, kept_at)
    values (${newId<"desk-view">()}, ${act.actor}, ${name}, ${query}, ${now().toISOString()}::timestamptz)
    on conflict (person_id, lower(name)) do update set name = excluded.name, query = excluded.query`);
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
