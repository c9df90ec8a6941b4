import { sql } from "drizzle-orm";
import { knownTimeZone } from "@/i18n/format";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Reader, Tx } from "@/platform/database/client";
import { type DigestTime, duePeriod } from "../wishes/hours";
import { noticeWish } from "../wishes/schema";
import { DEFAULT_WISH } from "../wishes/shape";
import { digest } from "./schema";

/** One clock and one wish that people share, and the period that is due for them. */
export type DueClock = DigestTime & { readonly timeZone: string | null; readonly period: string };

const rhythm = sql`coalesce(${noticeWish.rhythm}, ${DEFAULT_WISH.rhythm})`;
const day = sql`coalesce(${noticeWish.digestDay}, ${sql.raw(String(DEFAULT_WISH.digestDay))})`;
const hour = sql`coalesce(${noticeWish.digestHour}, ${sql.raw(String(DEFAULT_WISH.digestHour))})`;
const workdays = sql`coalesce(${noticeWish.workdays}, '{${sql.raw(DEFAULT_WISH.workdays.join(","))}}'::smallint[])`;

/** Whom a digest could be for: people who have signed in and want mail. */
const readers = sql`${person} left join ${noticeWish} on ${noticeWish.personId} = ${person.id}
  where ${person.state} = 'active' and ${person.kind} = 'human' and ${person.claimedAt} is not null
    and coalesce(${noticeWish.position}, ${DEFAULT_WISH.position}) <> 'nothing'`;

type Clock = { time_zone: string | null; rhythm: DigestTime["rhythm"]; day: number; hour: number; workdays: number[] };

/** Which clocks have struck: computed once for all who share one, in their own zone. */
export async function dueClocks(db: Reader, at: Date): Promise<DueClock[]> {
  const rows: Iterable<Clock> = await db.execute<Clock>(sql`
    select distinct ${person.timeZone}, ${rhythm} as rhythm, ${day}::int as day, ${hour}::int as hour,
      ${workdays} as workdays from ${readers}`);
  return [...rows].flatMap((row) => {
    const time = { rhythm: row.rhythm, digestDay: row.day, digestHour: row.hour, workdays: row.workdays };
    const period = duePeriod(at, knownTimeZone(row.time_zone), time);
    return period === null ? [] : [{ ...time, timeZone: row.time_zone, period }];
  });
}

/** Takes people of one clock whose digest of the period nobody has taken, a batch at a time. */
export async function takePeople(tx: Tx, clock: DueClock, at: Date, batch: number): Promise<PersonId[]> {
  const rows: Iterable<{ person_id: PersonId }> = await tx.execute<{ person_id: PersonId }>(sql`
    insert into ${digest} (person_id, period, at)
    select ${person.id}, ${clock.period}, ${at.toISOString()}::timestamptz from ${readers}
      and ${person.timeZone} is not distinct from ${clock.timeZone}::text and ${rhythm} = ${clock.rhythm}
      and ${day} = ${clock.digestDay} and ${hour} = ${clock.digestHour}
      and ${workdays} = ${`{${clock.workdays.join(",")}}`}::smallint[]
      and not exists (select 1 from ${digest} done where done.person_id = ${person.id} and done.period = ${clock.period})
    order by ${person.id} limit ${batch}
    on conflict do nothing returning person_id`);
  return Array.from(rows, (row) => row.person_id);
}
