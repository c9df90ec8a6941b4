import { and, asc, count, eq, isNull, sql } from "drizzle-orm";
import { cardColumns } from "@/members/queries";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, momentKey, type Page, type PageInput } from "@/platform/database/page";
import { currentStage } from "@/stages/queries";
import { liveAdmission } from "@/stages/reasons";
import { admission } from "@/stages/schema";
import { joinRequest } from "./schema";
import type { RequestView, WaitingView } from "./views";

/** Who asked to come in, the first to ask first. */
export async function openRequests(db: Reader, page: PageInput): Promise<Page<RequestView>> {
  const key = decodeKey(page.after, momentKey);
  const after =
    key === null
      ? undefined
      : sql`(${joinRequest.askedAt}, ${joinRequest.id}) > (${key[0]}::timestamptz, ${key[1]}::uuid)`;
  const rows = await db
    .select({
      id: joinRequest.id,
      person: cardColumns,
      needs: joinRequest.needs,
      brings: joinRequest.brings,
      askedAt: joinRequest.askedAt,
    })
    .from(joinRequest)
    .innerJoin(person, eq(person.id, joinRequest.personId))
    .where(and(isNull(joinRequest.closedAt), eq(person.state, "active"), after))
    .orderBy(asc(joinRequest.askedAt), asc(joinRequest.id))
    .limit(page.take + 1);
  return cut(rows, page.take, (row) => [row.askedAt.toISOString(), row.id]);
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
  const [before] = await db
    .select({ n: count() })
    .from(joinRequest)
    .where(
      and(
        isNull(joinRequest.closedAt),
        sql`(${joinRequest.askedAt}, ${joinRequest.id}) < (${own.askedAt.toISOString()}::timestamptz, ${own.id}::uuid)`,
      ),
    );
  return { needs: own.needs, brings: own.brings, askedAt: own.askedAt, before: before?.n ?? 0 };
}
