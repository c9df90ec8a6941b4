import { sql } from "drizzle-orm";
import { person, personAddress } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { daysAfter } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { admittedAt } from "@/stages/admitted";
import { asksIn, liveAdmission } from "@/stages/reasons";
import { admission } from "@/stages/schema";
import type { Audience, Stage } from "@/stages/shape";
import { joinRequest } from "../schema";
import type { Waiting } from "./compose";
import { waveYes } from "./schema";
import { answersBy, answersTo } from "./talk";

/** The queue is looked at so far: nobody reads a wave of more, and whoever stands further back is there next time. */
const QUEUE_MAX = 2000;

/** Who talked within so many days knows each other, as in the ties both ways that the gates count (L8). */
const KNOWN_DAYS = 84;

export type Setting = { readonly stage: Stage; readonly audience: Audience; readonly at: Date };

/** Somebody who waits, with their name and address. */
export type LoadedWaiting = Waiting & {
  readonly id: PersonId;
  readonly displayName: string;
  readonly address: string;
  readonly vouchedBy: readonly string[];
};

/**
 * Everybody who asked to come in and may be let in: neither suspended nor inside, nor invited by a host already. A
 * member's invitation that does not open the door at this stage vouches. One statement, whatever the queue.
 */
export async function waitingFor(db: Reader, { stage, audience, at }: Setting): Promise<LoadedWaiting[]> {
  const lately = { from: sql`${daysAfter(at, -KNOWN_DAYS).toISOString()}::timestamptz` };
  const inside = admittedAt(stage, audience, at);
  const rows = await db.execute<Omit<LoadedWaiting, "vouched">>(sql`
    with insider as materialized (
      select ${person.id} as id, ${person.department} as department, ${person.site} as site from ${person}
      where ${person.kind} = 'human' and ${person.claimedAt} is not null and ${inside}
    ), queue as materialized (
      select ${person.id} as id, ${person.displayName} as name, ${person.department} as department,
        ${person.site} as site, ${joinRequest.askedAt} as asked_at,
        ${joinRequest.needs} || ' ' || ${joinRequest.brings} as words, found.address, vouched.names
      from ${joinRequest}
      join ${person} on ${person.id} = ${joinRequest.personId}
      cross join lateral (select ${personAddress.address} as address from ${personAddress}
        where ${personAddress.personId} = ${person.id}
        order by ${personAddress.rank} = 'primary' desc, ${personAddress.address} limit 1) found
      cross join lateral (select coalesce(jsonb_agg(distinct voucher.display_name), '[]'::jsonb) as names
        from ${admission} join ${person} voucher on voucher.id = ${admission.grantedBy}
        where ${admission.personId} = ${person.id} and ${asksIn("member")}
          and ${liveAdmission(at)}) vouched
      where ${joinRequest.closedAt} is null and ${person.state} = 'active' and ${person.kind} = 'human'
        and not ${inside}
        and not exists (select 1 from ${admission} where ${admission.personId} = ${person.id}
          and ${asksIn("team")} and ${liveAdmission(at)})
      order by vouched.names = '[]'::jsonb, ${joinRequest.askedAt}, ${person.id}
      limit ${QUEUE_MAX}
    ), beside as (
      select queue.id, insider.id as other from queue join insider
        on insider.department = queue.department and insider.site = queue.site
        and queue.department <> '' and queue.site <> ''
    ), spoken as (
      select queue.id, insider.id as other from queue
        cross join lateral ${answersBy(sql`queue.id`, lately)} told join insider on insider.id = told.whom
      union
      select queue.id, insider.id from queue
        cross join lateral ${answersTo(sql`queue.id`, lately)} told join insider on insider.id = told.who
    ), known as (
      select id, count(*)::int as knows from (select * from beside union select * from spoken) pair group by id
    )
    select queue.id, queue.name as "displayName", queue.address, queue.department, queue.site, queue.words,
      (extract(epoch from queue.asked_at) * 1000)::float8 as "askedAt", queue.names as "vouchedBy",
      (select count(*)::int from beside where beside.id = queue.id) as insiders,
      coalesce(known.knows, 0) as knows,
      (select coalesce(jsonb_agg(${waveYes.hostId}), '[]'::jsonb) from ${waveYes}
        where ${waveYes.personId} = queue.id and ${waveYes.saidAt} >= queue.asked_at) as "expectedBy"
    from queue left join known on known.id = queue.id`);
  return rows.map((row) => ({ ...row, vouched: row.vouchedBy.length > 0 }));
}
