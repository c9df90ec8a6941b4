import { eq, inArray, sql } from "drizzle-orm";
import { newsFor } from "@/feedback/news";
import { person } from "@/members/schema";
import type { Viewer } from "@/platform/access/viewer";
import { daysAfter, now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { admittedAt } from "@/stages/admitted";
import { doorFace } from "./schema";

const MONTH_DAYS = 31;
const NEWS_MAX = 20;

/** Something that was built, and whose idea it was: a name only of somebody who agreed to be seen from the door. */
export type Built = { readonly title: string; readonly thanksTo: string | null };

/**
 * What was built in the last month, to begin a letter with. It is the host's own sight, and reaches the door only in the
 * words that they write: what is inside says nothing at the door by itself.
 */
export async function builtLately(db: Reader, viewer: Viewer): Promise<Built[]> {
  const { items } = await newsFor(db, viewer, { take: NEWS_MAX, after: undefined });
  const since = daysAfter(now(), -MONTH_DAYS);
  const lately = items.filter(({ at }) => at >= since);
  if (lately.length === 0) return [];
  const seen = await db
    .select({ id: person.id })
    .from(doorFace)
    .innerJoin(person, eq(person.id, doorFace.personId))
    .where(
      sql`${inArray(
        person.id,
        lately.map(({ author }) => author.id),
      )} and ${admittedAt(viewer.stage, viewer.audience, now())}`,
    );
  const agreed = new Set(seen.map(({ id }) => id));
  return lately.map(({ title, author }) => ({ title, thanksTo: agreed.has(author.id) ? author.displayName : null }));
}
