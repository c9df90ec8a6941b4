import { and, asc, count, eq, isNull, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { cardColumns } from "@/members/queries";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, type Page, type PageInput } from "@/platform/database/page";
import { currentStage } from "@/stages/queries";
import { liveAdmission } from "@/stages/reasons";
import { admission } from "@/stages/schema";
import { joinRequest } from "./schema";
import type { RequestView, WaitingView } from "./views";

const queueKey = z.tuple([z.union([z.literal(0), z.literal(1)]), z.iso.datetime(), z.uuid()]);

/** The members whose invitation speaks for whoever asks, as an expression on `join_request`. */
function vouchersAt(at: Date): SQL<string[]> {
  return sql<string[]>`(select coalesce(jsonb_agg(distinct voucher.display_name), '[]'::jsonb)
    from ${admission} join ${person} voucher on voucher.id = ${admission.grantedBy}
    where ${admission.personId} = ${joinRequest.personId} and ${admission.kind} = 'member-invitation'
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
      needs: joinRequest.needs,
      brings: joinRequest.brings,
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

/** What somebody at the door is told. It reads the stage and their own rows, and a count: nothing of the content. */
export async function waitingRoom(db: Reader, viewer: Viewer): Promise<WaitingView> {
  const { stage, since } = await currentStage(db);
  const [invited] = await db
    .select({ id: admission.id })
    .from(admission)
    .where(and(eq(admission.personId, viewer.id), liveAdmission(now())))
    .limit(1);
  return {
    stage,
    since,
    admitted: viewer.standing.admitted,
    suspended: viewer.standing.because === "suspended",
    invited: invited !== undefined,
    request: await ownRequest(db, viewer.id),
  };
}

async function ownRequest(db: Reader, personId: PersonId): Promise<WaitingView["request"]> {
  const [own] = await db
    .select()
    .from(joinRequest)
    .where(and(eq(joinRequest.personId, personId), isNull(joinRequest.closedAt)));
  if (own === undefined) return null;
  const vouched = sql`(${vouchersAt(now())} <> '[]'::jsonb)`;
  const mine = sql`(select ${vouched} from ${joinRequest} where ${joinRequest.id} = ${own.id})`;
  const [before] = await db
    .select({ n: count() })
    .from(joinRequest)
    .where(
      and(
        isNull(joinRequest.closedAt),
        sql`(not ${vouched}, ${joinRequest.askedAt}, ${joinRequest.id})
          < (not ${mine}, ${own.askedAt.toISOString()}::timestamptz, ${own.id}::uuid)`,
      ),
    );
  return { needs: own.needs, brings: own.brings, askedAt: own.askedAt, before: before?.n ?? 0 };
}
