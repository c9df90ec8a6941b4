import { type SQL, sql } from "drizzle-orm";
import { person, personRole } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { daysAfter } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import type { Expecting } from "./compose";
import { hostPlace, waveMember, waveRule } from "./schema";
import { PLACE_DAYS, PLACES_DEFAULT } from "./shape";
import { answers } from "./talk";

/** A host who may expect newcomers, with what they said of it. */
export type LoadedHost = Expecting & {
  readonly id: PersonId;
  readonly displayName: string;
  readonly places: number;
  readonly away: boolean;
  readonly saidTopics: string;
  readonly awayUntil: string | null;
};

export type Rule = {
  readonly perDay: number | null;
  readonly pausedAt: string | null;
  readonly sentenceEn: string;
  readonly sentenceFr: string;
  readonly liftReason: string;
  readonly liftedBy: string | null;
};

export type Capacity = {
  readonly rule: Rule | null;
  /** How many people hosts answered in the last week. */
  readonly answered: number;
  /** How many came by waves in the last day. */
  readonly today: number;
  readonly hosts: readonly LoadedHost[];
};

type Row = Omit<Capacity, "hosts"> & { hosts: (Omit<LoadedHost, "topics" | "free"> & { used: number })[] };

/** Who can expect newcomers, and how many may come today. One statement. */
export async function capacityAt(db: Reader, at: Date): Promise<Capacity> {
  const [row] = await db.execute<Row>(sql`
    select (select jsonb_build_object('perDay', ${waveRule.perDay}, 'pausedAt', ${waveRule.pausedAt},
          'sentenceEn', ${waveRule.sentenceEn}, 'sentenceFr', ${waveRule.sentenceFr},
          'liftReason', ${waveRule.liftReason},
          'liftedBy', (select lifter.display_name from ${person} lifter where lifter.id = ${waveRule.liftedBy}))
        from ${waveRule}) as rule,
      (select count(distinct told.whom)::int from ${answers} told
        where told.at >= ${ago(at, 7)} and told.at < ${at.toISOString()}::timestamptz
          and ${onTeam(sql`told.who`)} and not ${onTeam(sql`told.whom`)}) as answered,
      (select count(*)::int from ${waveMember} where ${waveMember.joinedAt} > ${ago(at, 1)}) as today,
      (select coalesce(jsonb_agg(host order by host."displayName", host.id), '[]'::jsonb) from (${hosts(at)}) host)
        as hosts`);
  if (row === undefined) throw new Error("a row of sums is always there");
  return { ...row, hosts: row.hosts.map(asExpecting) };
}

function asExpecting({ used, ...host }: Row["hosts"][number]): LoadedHost {
  const topics = host.saidTopics.split(/[,;\n]/).map((topic) => topic.trim());
  return {
    ...host,
    topics: topics.filter((topic) => topic !== ""),
    free: host.away ? 0 : Math.max(0, host.places - used),
  };
}

/** Hosts have places unless they said otherwise; an admin has them once they said so. */
function hosts(at: Date): SQL {
  const today = at.toISOString().slice(0, 10);
  return sql`select ${person.id} as id, ${person.displayName} as "displayName", ${person.department} as department,
      ${person.site} as site,
      coalesce(${hostPlace.places}, case when ${hasRole("host")} then ${PLACES_DEFAULT}::int else 0 end) as places,
      coalesce(${hostPlace.topics}, '') as "saidTopics", ${hostPlace.awayUntil} as "awayUntil",
      (coalesce(${hostPlace.awayUntil} >= ${today}::date, false)
        or person_away(${person}, ${at.toISOString()}::timestamptz) is not null) as away,
      (select count(*)::int from ${waveMember} where ${waveMember.hostId} = ${person.id}
        and ${waveMember.joinedAt} > ${ago(at, PLACE_DAYS)}) as used
    from ${person} left join ${hostPlace} on ${hostPlace.personId} = ${person.id}
    where ${person.state} = 'active' and ${onTeam(sql`${person.id}`)}`;
}

function hasRole(name: "host"): SQL {
  return sql`exists (select 1 from ${personRole} where ${personRole.personId} = ${person.id}
    and ${personRole.role} = ${name} and ${personRole.until} is null)`;
}

function onTeam(who: SQL): SQL {
  return sql`exists (select 1 from ${personRole} where ${personRole.personId} = ${who}
    and ${personRole.until} is null)`;
}

function ago(at: Date, days: number): SQL {
  return sql`${daysAfter(at, -days).toISOString()}::timestamptz`;
}

/** How many newcomers a day the hosts can answer, going by the last week; one at least, or nobody could ever begin. */
export function paceOf({ rule, answered, today }: Capacity): { perDay: number; left: number } {
  const perDay = rule?.perDay ?? Math.max(1, Math.floor(answered / 7));
  return { perDay, left: Math.max(0, perDay - today) };
}
