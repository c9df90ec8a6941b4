import { sql } from "drizzle-orm";
import type { Viewer } from "@/platform/access/viewer";
import { daysAfter, now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import type { SpaceView } from "@/spaces/views";
import { AUTHORS_MIN, AUTHORS_WITHIN_DAYS, type ColdReason, coldBecause, greetsNewcomersAt } from "@/spaces/warmth";

/** A room whose newest so many conversations have too few authors is not looked through any further. */
const THREADS_MAX = 200;

/** How many different people wrote in a space lately, counted no further than the rule needs. */
async function authorsIn(db: Reader, space: SpaceView): Promise<number> {
  const since = daysAfter(now(), -AUTHORS_WITHIN_DAYS).toISOString();
  const rows: Iterable<{ authors: number }> = await db.execute<{ authors: number }>(sql`
    with recent as (
      select p.id from post p
      where p.space_id = ${space.id}::uuid and p.removed_at is null and p.last_activity_at > ${since}::timestamptz
      order by p.last_activity_at desc, p.id desc limit ${THREADS_MAX}
    )
    select count(*)::int as authors from (
      select distinct w.author_id from (
        select c.author_id from recent join conversation c on c.id = recent.id where c.created_at > ${since}::timestamptz
        union all
        select m.author_id from recent join comment m on m.conversation_id = recent.id
          and m.created_at > ${since}::timestamptz and m.removed_at is null
      ) w join person a on a.id = w.author_id and a.kind = 'human'
      limit ${AUTHORS_MIN}) counted`);
  const [row] = [...rows];
  return row?.authors ?? 0;
}

/** Why newcomers of the next stage would find a space empty, told to those who run it; null for everybody else. */
export async function coldOf(db: Reader, viewer: Viewer, space: SpaceView): Promise<ColdReason[] | null> {
  if (!space.may.run || greetsNewcomersAt(space, viewer.stage) === null) return null;
  return coldBecause({ ...space, authors: await authorsIn(db, space) }, now());
}
