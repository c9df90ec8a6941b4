import { count, isNull, sql } from "drizzle-orm";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { liveAdmission } from "@/stages/reasons";
import { admission } from "@/stages/schema";
import { stageAfter } from "@/stages/shape";
import { flips } from "./history";
import { insideAt } from "./inside";
import { joinRequest } from "./schema";
import type { RoomView } from "./views";

/** The launch room as a host sees it now. */
export async function roomFor(db: Reader, viewer: Viewer): Promise<RoomView> {
  const at = now();
  const { stage, stageVersion: version, audience } = viewer;
  const { since, wordOfMouth, ...door } = await atTheDoor(db, at);
  const [last] = (await flips(db, { take: 1 })).items;
  return {
    at,
    stage,
    version,
    since,
    next: stageAfter(stage),
    inside: await insideAt(db, { stage, audience, at }),
    atTheDoor: door,
    wordOfMouth,
    lastFlip: last ?? null,
    may: { flip: viewer.roles.has("admin") },
  };
}

type Door = RoomView["atTheDoor"] & Pick<RoomView, "wordOfMouth" | "since">;

/** Who asked to come in, who was asked in and has not come yet, and by whom people came; and since when it is this stage. */
async function atTheDoor(db: Reader, at: Date): Promise<Door> {
  const requests = db.select({ n: count() }).from(joinRequest).where(isNull(joinRequest.closedAt));
  const byMember = sql`${admission.kind} = 'member-invitation'`;
  const came = sql`${admission.acceptedAt} is not null`;
  const [row] = await db
    .select({
      requests: sql<number>`(${requests})::int`,
      invited: sql<number>`(count(*) filter (where ${liveAdmission(at)} and not ${came}))::int`,
      sent: sql<number>`(count(*) filter (where ${byMember}))::int`,
      came: sql<number>`(count(distinct ${admission.personId}) filter (where ${byMember} and ${came}))::int`,
      of: sql<number>`(count(distinct ${admission.personId}) filter (where ${came}))::int`,
      since: sql<string>`(select l.since from launch_state l)`,
    })
    .from(admission);
  const { requests: asking = 0, invited = 0, sent = 0, came: byMouth = 0, of = 0 } = row ?? {};
  return { requests: asking, invited, wordOfMouth: { sent, came: byMouth, of }, since: new Date(row?.since ?? at) };
}
