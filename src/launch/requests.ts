import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Locale } from "@/i18n/locale";
import { cardColumns } from "@/members/queries";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, type Page, type PageInput } from "@/platform/database/page";
import { announcedNow } from "@/stages/announced/queries";
import { asksIn, liveAdmission } from "@/stages/reasons";
import { admission, launchState } from "@/stages/schema";
import { facesAtTheDoor } from "./door/faces";
import { followsTheDoor } from "./door/follow";
import { latestLetters } from "./door/letters";
import { joinRequest } from "./schema";
import type { RequestView, WaitingView } from "./views";

const ANSWERS = {
  needs: joinRequest.needs,
  brings: joinRequest.brings,
  helps: joinRequest.helps,
  knows: joinRequest.knows,
};

const queueKey = z.tuple([z.union([z.literal(0), z.literal(1)]), z.iso.datetime(), z.uuid()]);

/** The members whose invitation speaks for whoever asks, as an expression on `join_request`. */
function vouchersAt(at: Date): SQL<string[]> {
  return sql<string[]>`(select coalesce(jsonb_agg(distinct voucher.display_name), '[]'::jsonb)
    from ${admission} join ${person} voucher on voucher.id = ${admission.grantedBy}
    where ${admission.personId} = ${joinRequest.personId} and ${asksIn("member")}
      and ${liveAdmission(at)})`;
}

/** Who asked to come in: those for whom a member vouches first, then the first to ask first. */
export async function openRequests(db: Reader, page: PageInput): Promise<Page<RequestView>> {
  const key = decodeKey(page.after, queueKey);
  const vouchedBy = vouchersAt(now());
  const rank = sql<number>`(case when ${vouchedBy} = '[]'::jsonb then 1 else 0 end)`;
  const after =
    key === null
      ? undefined
      : sql`(${rank}, ${joinRequest.askedAt}, ${joinRequest.id}) > (${key[0]}, ${key[1]}::timestamptz, ${key[2]}::uuid)`;
  const rows = await db
    .select({
      id: joinRequest.id,
      person: cardColumns,
      ...ANSWERS,
      askedAt: joinRequest.askedAt,
      vouchedBy,
    })
    .from(joinRequest)
    .innerJoin(person, eq(person.id, joinRequest.personId))
    .where(and(isNull(joinRequest.closedAt), eq(person.state, "active"), after))
    .orderBy(asc(rank), asc(joinRequest.askedAt), asc(joinRequest.id))
    .limit(page.take + 1);
  return cut(rows, page.take, (row) => [row.vouchedBy.length > 0 ? 0 : 1, row.askedAt.toISOString(), row.id]);
}

/** What somebody at the door is told. It reads the stage and their own rows, a count, and who agreed to be seen. */
export async function waitingRoom(db: Reader, viewer: Viewer, locale: Locale): Promise<WaitingView> {
  const { stage, audience } = viewer;
  const invited = sql`exists (select 1 from ${admission}
    where ${admission.personId} = ${viewer.id} and ${asksIn("team")} and ${liveAdmission(now())})`;
  // One level deep: Drizzle takes the table's name from columns at the top of a selected expression.
  const [launch] = await db
    .select({
      since: launchState.since,
      invited: sql<boolean>`(${invited})`,
      announced: announcedNow(locale),
      follows: followsTheDoor(viewer.id),
    })
    .from(launchState);
  if (launch === undefined) throw new Error("launch_state is empty: the database was not migrated");
  const suspended = viewer.standing.because === "suspended";
  return {
    stage,
    ...launch,
    admitted: viewer.standing.admitted,
    suspended,
    request: await ownRequest(db, viewer.id),
    faces: suspended ? [] : await facesAtTheDoor(db, { stage, audience }),
    letters: suspended ? [] : await latestLetters(db),
  };
}

/** What somebody asked, who vouches for them, and how many stand before them: in the order that the hosts read. */
async function ownRequest(db: Reader, personId: PersonId): Promise<WaitingView["request"]> {
  const open = db
    .select({
      personId: joinRequest.personId,
      ...ANSWERS,
      askedAt: joinRequest.askedAt,
      vouchedBy: sql<string[]>`(${vouchersAt(now())})`.as("vouched_by"),
      before: sql<number>`(row_number() over (order by ${vouchersAt(now())} = '[]'::jsonb, ${joinRequest.askedAt},
        ${joinRequest.id}) - 1)::int`.as("before"),
    })
    .from(joinRequest)
    .innerJoin(person, eq(person.id, joinRequest.personId))
    .where(and(isNull(joinRequest.closedAt), eq(person.state, "active")))
    .as("open");
  const { needs, brings, helps, knows, askedAt, vouchedBy, before } = open;
  const [own] = await db
    .select({ needs, brings, helps, knows, askedAt, vouchedBy, before })
    .from(open)
    .where(eq(open.personId, personId));
  return own ?? null;
}
