import { type SQL, sql } from "drizzle-orm";
import { event } from "@/platform/events/schema";
import { flipUndone, stageFlipped } from "@/stages/events";
import { asksIn } from "@/stages/reasons";
import { admission } from "@/stages/schema";
import { ADMISSION_KINDS, rung, STAGES, type Stage } from "@/stages/shape";
import { ADMITS_FROM } from "@/stages/standing";
import { epoch } from "./moments";

/**
 * How each person came in: since when they are inside, and who wished for them first. Somebody who signs in at the door
 * takes up what they were offered long before it opens to them, so the moment is the later of the two: when they took an
 * admission up, and when the stage came to let its kind in. Who was asked in twice came by what opened first, a wave for
 * instance; the word that brought them is the first one all the same.
 * @param stage what it was at the moment; where nobody ever flipped it had always been that
 */
export function arrivalsAt(stage: Stage, moment: SQL): SQL {
  const took = sql`coalesce(case when ${admission.acceptedAt} < ${moment} then ${admission.acceptedAt} end,
    ${admission.grantedAt})`;
  const asked = sql`select ${admission.personId} as person, ${admission.grantedAt} as granted, ${admission.id} as id,
      ${took} as took, case when ${admission.revokedAt} < ${moment} then ${admission.revokedAt} end as revoked,
      coalesce(${admission.wantedBy}, case when ${asksIn("member")} then ${admission.grantedBy} end) as inviter,
      ${leastRung} as least, ${rungAt(stage, took)} as rung
    from ${admission} where ${admission.grantedAt} < ${moment} and ${asksIn("team", "member")}`;
  return sql`with step as materialized (${stepsUntil(moment)}), asked as (${asked}), opened as (
      select asked.*, case when rung >= least then took
        else (select min(step.at) from step where step.at > asked.took and step.later >= asked.least) end as entered
      from asked)
    select distinct on (person) person, inviter, ${epoch(sql`granted`)} as asked,
      ${epoch(sql`coalesce(min(entered) filter (where revoked is null or entered < revoked) over (partition by person),
        took)`)} as at
    from opened order by person, granted, id`;
}

/** The steps of the launch, without those that were taken back: when, and from which rung to which. */
function stepsUntil(moment: SQL): SQL {
  return sql`select ${event.at} as at, ${event.id} as id, ${rungOf(sql`${event.payload}->>'from'`)} as earlier,
      ${rungOf(sql`${event.payload}->>'to'`)} as later
    from ${event} where ${event.name} = ${stageFlipped.name} and ${event.at} < ${moment}
      and not exists (select 1 from ${event} undone where undone.subject = ${event.subject}
        and undone.name = ${flipUndone.name} and undone.at < ${moment})`;
}

/** Which rung it was at a moment: what the last step before it led to, or what the first after it led from. */
function rungAt(stage: Stage, then: SQL): SQL {
  return sql`coalesce((select step.later from step where step.at <= ${then} order by step.at desc, step.id desc limit 1),
    (select step.earlier from step order by step.at, step.id limit 1), ${rung(stage)}::int)`;
}

function rungOf(stage: SQL): SQL {
  return sql`(array_position(array[${sql.join(
    STAGES.map((one) => sql`${one}`),
    sql`, `,
  )}]::text[], ${stage}) - 1)`;
}

/** The rung from which on an admission lets its person in. */
const leastRung = sql`case ${admission.kind} ${sql.join(
  ADMISSION_KINDS.map((kind) => sql`when ${kind} then ${rung(ADMITS_FROM[kind])}::int`),
  sql` `,
)} end`;
