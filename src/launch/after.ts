import { sql } from "drizzle-orm";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { DAY } from "@/platform/durations";
import type { Id } from "@/platform/ids";
import type { AfterView } from "./views";

/** After how many days one looks at what came of a flip. */
export const AFTER_DAYS = [7, 28] as const;
/** Of so many people who gained entry one looks, flip by flip: a page of history stays one bounded statement. */
export const LOOKED_AT_MAX = 2000;

type Row = { flip_id: Id<"flip">; looked: number; came7: number; back7: number; came28: number; back28: number };

/**
 * What came of flips: how many of those who gained entry came in within a week and within four, and how many of these
 * wrote or read on another day. Computed when it is asked; a span that is not over gives nothing yet.
 */
export async function afterFlips(
  db: Reader,
  flips: readonly { id: Id<"flip">; at: Date }[],
): Promise<Map<Id<"flip">, AfterView>> {
  const old = flips.filter(({ at }) => isOver(at, AFTER_DAYS[0]));
  if (old.length === 0) return new Map();
  const ids = `{${old.map(({ id }) => id).join()}}`;
  const rows: Iterable<Row> = await db.execute<Row>(sql`
    select f.id as flip_id, count(*)::int as looked,
      count(*) filter (where seen.first < f.week)::int as came7,
      count(*) filter (where seen.first < f.week and seen.deed7 >= seen.first + interval '1 day')::int as back7,
      count(seen.first)::int as came28,
      count(*) filter (where seen.deed28 >= seen.first + interval '1 day')::int as back28
    from (select id, flipped_at as since, flipped_at + interval '7 days' as week, flipped_at + interval '28 days' as four
      from flip where id = any(${ids}::uuid[])) f
    cross join lateral (select c.person_id from flip_change c
      where c.flip_id = f.id and c.change = 'gained' order by c.person_id limit ${LOOKED_AT_MAX}) who
    cross join lateral (
      select min(at) as first, max(at) filter (where deed and at < f.week) as deed7, max(at) filter (where deed) as deed28
      from (
        select e.at, false as deed from event e
          where e.subject = 'person:' || who.person_id and e.name = 'person.signed-in' and e.at >= f.since and e.at < f.four
        union all select c.created_at, true from conversation c
          where c.author_id = who.person_id and c.created_at >= f.since and c.created_at < f.four
        union all select c.created_at, true from comment c
          where c.author_id = who.person_id and c.created_at >= f.since and c.created_at < f.four
        union all select r.seen_at, true from reading r
          where r.person_id = who.person_id and r.seen_at >= f.since and r.seen_at < f.four
      ) signs) seen
    group by f.id`);
  const found = new Map(Array.from(rows, (row) => [row.flip_id, row] as const));
  return new Map(old.map(({ id, at }) => [id, asView(at, found.get(id))]));
}

function isOver(at: Date, days: number): boolean {
  return now().getTime() - at.getTime() >= days * DAY;
}

function asView(at: Date, row: Row | undefined): AfterView {
  const { looked = 0, came7 = 0, back7 = 0, came28 = 0, back28 = 0 } = row ?? {};
  return {
    looked,
    week: { came: came7, back: back7 },
    month: isOver(at, AFTER_DAYS[1]) ? { came: came28, back: back28 } : null,
  };
}
