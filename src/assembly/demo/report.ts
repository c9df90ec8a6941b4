import { sql } from "drizzle-orm";
import { at, daysAfter, now } from "@/platform/clock";
import { type ThingId, thingId } from "@/posts/moderation/shape";
import { reportWords } from "@/privacy/moderation/actions/report-words";
import { leaveWords } from "@/privacy/moderation/actions/take-words";
import { moderatedThing } from "@/privacy/moderation/thing";
import { viewerOfPerson } from "../viewer";
import type { Cast } from "./cast";

const REQUEST = "demo";
const DAYS_AGO = 12;

/** A report that came to nothing: so do most, and the desk shows how it was settled. */
export async function seedReport({ tx, who }: Cast): Promise<void> {
  const rows = await tx.execute<{ id: ThingId }>(sql`
    select k.id from comment k where k.author_id = ${who("daniel.price")} order by k.created_at limit 1`);
  const [row] = Array.from(rows);
  const host = await viewerOfPerson(tx, who("hannah.whitfield"));
  const thing = row === undefined || host === null ? null : await moderatedThing(tx, host, thingId.parse(row.id));
  if (thing === null || host === null) throw new Error("the demo has nothing to report");
  await at(daysAfter(now(), -DAYS_AGO), () =>
    reportWords({ tx, actor: who("malik.benali"), requestId: REQUEST }, thing, {
      reason: "private",
      words: "On devine de quelle boulangerie il s’agit. Est-ce que le client est d’accord ?",
    }),
  );
  await at(daysAfter(now(), 1 - DAYS_AGO), () =>
    leaveWords(
      { tx, actor: host.id, requestId: REQUEST },
      thing,
      "I called the bakery: they are happy to be named. Merci Malik.",
    ),
  );
}
