import { type SQL, sql } from "drizzle-orm";
import { isAdmin } from "@/members/roles";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import type { Id } from "@/platform/ids";
import { secondAdminOffAsked, secondAdminSet } from "./events";
import { PROPOSAL_MS } from "./shape";
import type { SecondOffView } from "./views";

/** What an event of the setting is about. */
export const SECOND_SUBJECT = "setting";

type Row = { by: { id: Id<"person">; name: string } | null; at: string };

/**
 * The last word on the setting, where it is the wish that one admin be enough: what was asked for lives in the events
 * alone, and any later word on the setting ends it. A wish of somebody who is no admin any more is nobody's.
 */
export const SECOND_OFF: SQL = sql`(select jsonb_build_object('at', last.at, 'by',
    (select jsonb_build_object('id', p.id, 'name', p.display_name) from person p
      where p.id = last.actor_id and p.state = 'active' and ${isAdmin(sql`p.id`)}))
  from (select e.name, e.at, e.actor_id from event e
    where e.subject = ${`launch:${SECOND_SUBJECT}`} and e.name in (${secondAdminSet.name}, ${secondAdminOffAsked.name})
    order by e.at desc, e.id desc limit 1) last
  where last.name = ${secondAdminOffAsked.name})`;

export type SecondOffRow = { second_off: Row | null };

/** Who asked that one admin be enough, as somebody sees it at a moment; null when nobody did, or too long ago. */
export function secondOffFrom(
  { second_off: wish }: SecondOffRow,
  viewer: Viewer | null,
  at: Date,
): SecondOffView | null {
  if (wish === null || wish.by === null) return null;
  const askedAt = new Date(wish.at);
  const expiresAt = new Date(askedAt.getTime() + PROPOSAL_MS);
  if (expiresAt <= at) return null;
  const isAdmin = viewer?.roles.has("admin") === true;
  const may = { agree: isAdmin && viewer.id !== wish.by.id, keep: isAdmin };
  return { by: wish.by, at: askedAt, expiresAt, may };
}

/** Who asked that one admin be enough, asked by itself; null as above. */
export async function secondOffNow(db: Reader, at: Date): Promise<SecondOffView | null> {
  const [row] = await db.execute<SecondOffRow>(sql`select ${SECOND_OFF} as second_off`);
  return row === undefined ? null : secondOffFrom(row, null, at);
}
