import { count, eq, isNull, sql } from "drizzle-orm";
import { person } from "@/members/schema";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { currentStage } from "@/stages/queries";
import { liveAdmission, reasonAt } from "@/stages/reasons";
import { admission } from "@/stages/schema";
import { stageAfter } from "@/stages/shape";
import { REASONS, type Reason } from "@/stages/views";
import { flips } from "./history";
import { joinRequest } from "./schema";
import { suppress } from "./suppress";
import type { RoomView } from "./views";

/** The launch room as a host sees it now. */
export async function roomFor(db: Reader, viewer: Viewer): Promise<RoomView> {
  const at = now();
  const { stage, version, since, audience } = await currentStage(db);
  const because = reasonAt(stage, audience, at);
  const people = db
    .select({
      department: person.department,
      claimedAt: person.claimedAt,
      because: sql<Reason>`${because}`.as("because"),
    })
    .from(person)
    .where(eq(person.kind, "human"))
    .as("people");
  const rows = await db
    .select({
      department: people.department,
      because: people.because,
      count: sql<number>`count(*)::int`,
      signedIn: sql<number>`count(${people.claimedAt})::int`,
    })
    .from(people)
    .where(sql`${people.because} is not null`)
    .groupBy(people.department, people.because);
  const [last] = (await flips(db, { take: 1 })).items;
  return {
    at,
    stage,
    version,
    since,
    next: stageAfter(stage),
    inside: insideFrom(rows),
    atTheDoor: await atTheDoor(db, at),
    lastFlip: last ?? null,
    may: { flip: viewer.roles.has("admin") },
  };
}

type Row = { department: string; because: Reason; count: number; signedIn: number };

function insideFrom(rows: readonly Row[]): RoomView["inside"] {
  const sumOf = (some: readonly Row[], key: "count" | "signedIn") => some.reduce((sum, row) => sum + row[key], 0);
  const departments = Map.groupBy(rows, (row) => row.department);
  return {
    total: sumOf(rows, "count"),
    signedIn: sumOf(rows, "signedIn"),
    byReason: REASONS.map((because) => ({
      because,
      count: sumOf(
        rows.filter((row) => row.because === because),
        "count",
      ),
    })).filter((reason) => reason.count > 0),
    departments: suppress([...departments].map(([name, some]) => ({ name, count: sumOf(some, "count") }))),
  };
}

/** Who asked to come in, and who was asked in and has not come yet. */
async function atTheDoor(db: Reader, at: Date): Promise<RoomView["atTheDoor"]> {
  const [asked] = await db.select({ n: count() }).from(joinRequest).where(isNull(joinRequest.closedAt));
  const [invited] = await db
    .select({ n: count() })
    .from(admission)
    .where(sql`${liveAdmission(at)} and ${admission.acceptedAt} is null`);
  return { requests: asked?.n ?? 0, invited: invited?.n ?? 0 };
}
