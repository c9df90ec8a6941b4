import { type SQL, sql } from "drizzle-orm";
import { SEEN_EVERY_MS, touchSession } from "@/members/sessions/actions/touch-session";
import { hashOfToken } from "@/members/sessions/token";
import type { RoleKey, StageKey, Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import { type Reader, transaction } from "@/platform/database/client";
import type { Id } from "@/platform/ids";
import { cursorOf, seenUpTo } from "@/platform/live/announce";
import { log } from "@/platform/log";
import { noteVisit } from "@/posts/reading/actions/note-visit";
import { cohortsOf } from "@/stages/cohort-words";
import { type FeatureColumns, factsFrom, featureColumns } from "@/stages/features/facts";
import { featuresOf } from "@/stages/features/state";
import type { AdmissionKind, Audience } from "@/stages/shape";
import { standingOf } from "@/stages/standing";

type AdmissionRow = {
  kind: AdmissionKind;
  byName: string | null;
  grantedAt: string;
  expiresAt: string | null;
  acceptedAt: string | null;
  revokedAt: string | null;
};

type Row = FeatureColumns & {
  session_id: Id<"session">;
  seen_ms: number;
  /** When the person was last noted here, on any device; null for somebody who never was. */
  here_ms: number | null;
  id: Id<"person">;
  display_name: string;
  locale: "en" | "fr" | null;
  time_zone: string | null;
  single_keys: boolean;
  shows_presence: boolean;
  stage: StageKey;
  version: number;
  seen: string;
  audience: Audience;
  roles: RoleKey[];
  admissions: AdmissionRow[];
  spaces: Record<Id<"space">, "member" | "owner">;
};

/**
 * The passport of whoever holds a session token, from one query; null for nobody: no token, one that ended, or a
 * person who was suspended or has left. Nothing of it is kept between requests, so a revocation counts at once.
 */
export async function viewerOf(db: Reader, token: string | null): Promise<Viewer | null> {
  if (token === null || token === "") return null;
  const [row] = await passports(db, OF_SESSIONS, ofSession(sql`s.token_hash = ${hashOfToken(token)}`));
  if (row === undefined) return null;
  noteSight(row);
  return asViewer(row);
}

/** The passports of many sessions, as they are now, from one query; those that are over are missing. */
export async function viewersOf(db: Reader, sessions: readonly Id<"session">[]): Promise<Viewer[]> {
  const ids = `{${sessions.join()}}`;
  return (await passports(db, OF_SESSIONS, ofSession(sql`s.id = any(${ids}::uuid[])`))).map(asViewer);
}

/**
 * The passport of a person who is not at a browser, such as the author of a mail; null for nobody whom Levain knows,
 * and for a person who was suspended or has left. No session of theirs has its id.
 */
export async function viewerOfPerson(db: Reader, id: Id<"person">): Promise<Viewer | null> {
  const [row] = await passports(
    db,
    sql`person p cross join lateral (select p.id, null::timestamptz as last_seen_at) s`,
    sql`p.id = ${id}::uuid`,
  );
  return row === undefined ? null : asViewer(row);
}

const OF_SESSIONS = sql`session s join person p on p.id = s.person_id`;

function ofSession(which: SQL): SQL {
  return sql`${which} and s.expires_at > ${now().toISOString()}::timestamptz`;
}

/** @param from gives `p`, the person, and `s`, the device */
async function passports(db: Reader, from: SQL, where: SQL): Promise<Row[]> {
  const rows: Iterable<Row> = await db.execute<Row>(sql`
    select s.id as session_id, (extract(epoch from s.last_seen_at) * 1000)::float8 as seen_ms,
      (select (extract(epoch from r.here_at) * 1000)::float8 from reading_line r where r.person_id = p.id) as here_ms,
      p.id, p.display_name, p.locale, p.time_zone, p.single_keys, p.shows_presence, p.department, p.site, p.groups,
      l.stage, l.version, l.audience, ${seenUpTo} as seen,
      array(select distinct r.role from person_role r where r.person_id = p.id and r.until is null) as roles,
      coalesce((select jsonb_agg(jsonb_build_object('kind', a.kind, 'byName', g.display_name,
          'grantedAt', a.granted_at, 'expiresAt', a.expires_at, 'acceptedAt', a.accepted_at, 'revokedAt', a.revoked_at)
          order by a.granted_at)
        from admission a left join person g on g.id = a.granted_by
        where a.person_id = p.id and a.revoked_at is null), '[]'::jsonb) as admissions,
      coalesce((select jsonb_object_agg(m.space_id, m.role) from space_place m where m.person_id = p.id),
        '{}'::jsonb) as spaces,
      ${featureColumns}
    from ${from}
    cross join launch_state l
    where (p.state = 'active' or (p.state = 'suspended' and p.suspended_until <= ${now().toISOString()}::timestamptz))
      and ${where}`);
  return [...rows];
}

function asViewer(row: Row): Viewer {
  const roles = new Set(row.roles);
  const facts = {
    state: "active" as const,
    roles,
    department: row.department,
    site: row.site,
    groups: row.groups,
    admissions: row.admissions.map((one) => ({
      kind: one.kind,
      byName: one.byName,
      grantedAt: new Date(one.grantedAt),
      expiresAt: dateOf(one.expiresAt),
      acceptedAt: dateOf(one.acceptedAt),
      revokedAt: dateOf(one.revokedAt),
    })),
  };
  return {
    id: row.id,
    sessionId: row.session_id,
    name: row.display_name,
    locale: row.locale,
    timeZone: row.time_zone,
    roles,
    stage: row.stage,
    stageVersion: row.version,
    audience: row.audience,
    seen: cursorOf(row.seen),
    comfort: { keys: row.single_keys, presence: row.shows_presence },
    standing: standingOf(facts, row.stage, row.audience, now()),
    features: featuresOf({ ...factsFrom(row), isTeam: roles.size > 0 }),
    cohorts: cohortsOf(row),
    spaces: new Map(Object.entries(row.spaces) as [Id<"space">, "member" | "owner"][]),
  };
}

function dateOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

/** Writes the sight of a device and of its person down, rarely, and without anybody waiting for it. */
function noteSight({ session_id, id, seen_ms, here_ms }: Row): void {
  const oldest = Math.min(Number(seen_ms), Number(here_ms ?? 0));
  if (now().getTime() - oldest < SEEN_EVERY_MS) return;
  const noted = transaction(async (tx) => {
    await touchSession(tx, session_id);
    await noteVisit(tx, id);
  });
  noted.catch((error: unknown) => {
    log().warn({ err: error }, "a session's last sight was not written");
  });
}
