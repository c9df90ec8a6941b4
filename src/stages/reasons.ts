import { inArray, type SQL, sql } from "drizzle-orm";
import { person, personRole } from "@/members/schema";
import { admittedAt } from "./admitted";
import { admission } from "./schema";
import { ADMISSION_KINDS, type AdmissionKind, type Audience, reached, type Stage } from "./shape";
import { ADMITS_FROM, AUDIENCE_FROM } from "./standing";
import type { Reason } from "./views";

/**
 * Why a person is inside at a stage, as an expression on `person`; null for who is outside. It names the same reason
 * as `standingOf` does when invitations by hosts stand before those by members, and these before waves.
 * @param at the moment asked about
 */
export function reasonAt(stage: Stage, audience: Audience, at: Date): SQL<Reason | null> {
  const moment = at.toISOString();
  const role = (name: "admin" | "host") => sql`exists (select 1 from ${personRole}
    where ${personRole.personId} = ${person.id} and ${personRole.role} = ${name}
    and ${personRole.since} <= ${moment} and (${personRole.until} is null or ${personRole.until} > ${moment}))`;
  const fact = (kind: AdmissionKind) => sql`exists (select 1 from ${admission}
    where ${admission.personId} = ${person.id} and ${admission.kind} = ${kind} and ${liveAdmission(at)})`;
  const open = ADMISSION_KINDS.filter((kind) => reached(stage, ADMITS_FROM[kind]));
  const among = (names: readonly string[]) =>
    sql`array[${sql.join(
      names.map((name) => sql`${name}`),
      sql`, `,
    )}]::text[]`;
  const places = reached(stage, AUDIENCE_FROM)
    ? sql`when ${person.department} <> '' and ${person.department} = any(${among(audience.departments)}) then 'department'
      when ${person.site} <> '' and ${person.site} = any(${among(audience.sites)}) then 'site'
      when ${person.groups} && ${among(audience.groups)} then 'group'`
    : sql``;
  return sql<Reason | null>`case
    when not ${admittedAt(stage, audience, at)} then null
    when ${role("admin")} then 'admin'
    when ${role("host")} then 'host'
    ${sql.join(open.map((kind) => sql`when ${fact(kind)} then ${sql.raw(`'${kind}'`)}`))}
    ${places}
    else 'everyone' end`;
}

type Asker = "team" | "member";

/** Who asks somebody in by each kind of admission. Whoever is kept was inside already. */
const ASKED_BY: Readonly<Record<AdmissionKind, Asker | null>> = {
  "host-invitation": "team",
  "member-invitation": "member",
  wave: "team",
  kept: null,
};

/** An admission by which somebody is asked in. A condition on `admission`. */
export function asksIn(...by: readonly Asker[]): SQL<boolean> {
  const kinds = ADMISSION_KINDS.filter((kind) => by.some((one) => ASKED_BY[kind] === one));
  return sql<boolean>`${inArray(admission.kind, kinds)}`;
}

/** An admission that counts: not taken back, and taken up or not yet ended. A condition on `admission`. */
export function liveAdmission(at: Date): SQL<boolean> {
  return sql<boolean>`(${admission.revokedAt} is null and (${admission.acceptedAt} is not null
    or ${admission.expiresAt} is null or ${admission.expiresAt} > ${at.toISOString()}))`;
}
