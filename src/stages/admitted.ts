import { type SQL, sql } from "drizzle-orm";
import { person, personRole } from "@/members/schema";
import { admission } from "./schema";
import { ADMISSION_KINDS, type Audience, reached, type Stage } from "./shape";
import { ADMITS_FROM, AUDIENCE_FROM, EVERYONE_FROM } from "./standing";

/**
 * The people who are inside at a stage, as a condition on `person`: the SQL twin of `standingOf`.
 * @param at the moment asked about
 */
export function admittedAt(stage: Stage, audience: Audience, at: Date): SQL<boolean> {
  return admittedBy(
    stage,
    audience,
    at,
    sql`${admission.revokedAt} is null
      and (${admission.acceptedAt} is not null or ${admission.expiresAt} is null
        or ${admission.expiresAt} > ${at.toISOString()})`,
  );
}

/**
 * The people who were inside at a past moment: nothing that was granted, accepted or taken back later is looked at.
 * Departments, sites and groups are read as they are now.
 */
export function admittedAsOf(stage: Stage, audience: Audience, at: Date): SQL<boolean> {
  const moment = sql`${at.toISOString()}::timestamptz`;
  const held = sql`${admission.grantedAt} <= ${moment}
      and (${admission.revokedAt} is null or ${admission.revokedAt} > ${moment})
      and (${admission.acceptedAt} <= ${moment} or ${admission.expiresAt} is null or ${admission.expiresAt} > ${moment})`;
  return sql<boolean>`(${person.createdAt} <= ${moment} and ${admittedBy(stage, audience, at, held)})`;
}

function admittedBy(stage: Stage, audience: Audience, at: Date, held: SQL): SQL<boolean> {
  const moment = at.toISOString();
  const kinds = ADMISSION_KINDS.filter((kind) => reached(stage, ADMITS_FROM[kind]));
  const ways: SQL[] = [
    sql`exists (select 1 from ${personRole} where ${personRole.personId} = ${person.id}
      and ${personRole.since} <= ${moment} and (${personRole.until} is null or ${personRole.until} > ${moment}))`,
  ];
  if (kinds.length > 0) {
    ways.push(sql`exists (select 1 from ${admission} where ${admission.personId} = ${person.id}
      and ${admission.kind} in (${list(kinds)}) and ${held})`);
  }
  if (reached(stage, AUDIENCE_FROM)) ways.push(...audienceWays(audience));
  if (reached(stage, EVERYONE_FROM)) ways.push(sql`true`);
  return sql<boolean>`(${person.state} = 'active' and (${sql.join(ways, sql` or `)}))`;
}

function audienceWays(audience: Audience): SQL[] {
  const ways: SQL[] = [];
  if (audience.departments.length > 0)
    ways.push(sql`(${person.department} <> '' and ${person.department} in (${list(audience.departments)}))`);
  if (audience.sites.length > 0) ways.push(sql`(${person.site} <> '' and ${person.site} in (${list(audience.sites)}))`);
  if (audience.groups.length > 0) ways.push(sql`${person.groups} && array[${list(audience.groups)}]::text[]`);
  return ways;
}

function list(values: readonly string[]): SQL {
  return sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  );
}
