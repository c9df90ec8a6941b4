import { eq, type SQL, sql } from "drizzle-orm";
import type { Viewer } from "@/platform/access/viewer";
import { daysAfter, now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { space, spacePlace } from "@/spaces/schema";
import type { SpaceView } from "@/spaces/views";
import { AUTHORS_MIN, AUTHORS_WITHIN_DAYS, type ColdReason, coldBecause, greetsNewcomersAt } from "@/spaces/warmth";
import type { Stage } from "@/stages/shape";

/** A room whose newest so many conversations have too few authors is not looked through any further. */
const THREADS_MAX = 200;

/** How many different people wrote in a row of `space` lately, counted no further than the rule needs. */
function authorsIn(at: Date): SQL<number> {
  const since = daysAfter(at, -AUTHORS_WITHIN_DAYS).toISOString();
  // One level deep: Drizzle takes the table's name from columns at the top of a selected expression.
  return sql<number>`${sql`(
    with recent as (
      select p.id from post p
      where p.space_id = ${space.id} and p.removed_at is null and p.last_activity_at > ${since}::timestamptz
      order by p.last_activity_at desc, p.id desc limit ${THREADS_MAX}
    )
    select count(*)::int from (
      select distinct w.author_id from (
        select c.author_id from recent join conversation c on c.id = recent.id where c.created_at > ${since}::timestamptz
        union all
        select m.author_id from recent join comment m on m.conversation_id = recent.id
          and m.created_at > ${since}::timestamptz and m.removed_at is null
      ) w join person a on a.id = w.author_id and a.kind = 'human'
      limit ${AUTHORS_MIN}) counted)`}`;
}

const owned = sql<boolean>`${sql`exists (select 1 from ${spacePlace}
  where ${spacePlace.spaceId} = ${space.id} and ${spacePlace.role} = 'owner')`}`;

/** A room that newcomers would find empty, and why. */
export type ColdRoom = { slug: string; name: string; opensAt: Stage; cold: ColdReason[] };

/**
 * The rooms that newcomers would find empty at a moment, by name.
 * @param which the rooms that are looked at: a condition on `space`
 */
export async function coldRooms(db: Reader, which: SQL | undefined, at: Date): Promise<ColdRoom[]> {
  const { slug, name, opensAt, lastPostAt } = space;
  const rows = await db
    .select({ slug, name, opensAt, lastPostAt, owned, authors: authorsIn(at) })
    .from(space)
    .where(which)
    .orderBy(sql`lower(${space.name})`, space.slug);
  return rows
    .map((room) => ({ slug: room.slug, name: room.name, opensAt: room.opensAt, cold: coldBecause(room, at) }))
    .filter(({ cold }) => cold.length > 0);
}

/** Why newcomers of the next stage would find a space empty, told to those who run it; null for everybody else. */
export async function coldOf(db: Reader, viewer: Viewer, room: SpaceView): Promise<ColdReason[] | null> {
  if (!room.may.run || greetsNewcomersAt(room, viewer.stage) === null) return null;
  const [found] = await coldRooms(db, eq(space.id, room.id), now());
  return found?.cold ?? [];
}
