import { count, isNull, sql } from "drizzle-orm";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { liveAdmission } from "@/stages/reasons";
import { admission } from "@/stages/schema";
import { stageAfter } from "@/stages/shape";
import { flips } from "./history";
import { insideAt } from "./inside";
import { gateAlarm, joinRequest } from "./schema";
import type { RoomView } from "./views";

/** The launch room as a host sees it now. */
export async function roomFor(db: Reader, viewer: Viewer): Promise<RoomView> {
  const at = now();
  const { stage, stageVersion: version, audience } = viewer;
  const { since, alarm, ...door } = await atTheDoor(db, at);
  const [last] = (await flips(db, { take: 1 })).items;
  return {
    at,
    stage,
    version,
    since,
    next: stageAfter(stage),
    inside: await insideAt(db, { stage, audience, at }),
    atTheDoor: door,
    lastFlip: last ?? null,
    alarm,
    may: { flip: viewer.roles.has("admin") },
  };
}

type Beside = RoomView["atTheDoor"] & Pick<RoomView, "since" | "alarm">;

/** Who asked to come in, and who was asked in and has not come yet; since when the stage is what it is; what fell. */
async function atTheDoor(db: Reader, at: Date): Promise<Beside> {
  const requests = db.select({ n: count() }).from(joinRequest).where(isNull(joinRequest.closedAt));
  const [row] = await db
    .select({
      requests: sql<number>`(${requests})::int`,
      invited: count(),
      since: sql<string>`(select l.since from launch_state l)`,
      alarm: sql<{ gates: string[]; raisedAt: string } | null>`(select jsonb_build_object('gates', ${gateAlarm.gates},
        'raisedAt', ${gateAlarm.raisedAt}) from ${gateAlarm} where ${gateAlarm.closedAt} is null
        order by ${gateAlarm.raisedAt} desc limit 1)`,
    })
    .from(admission)
    .where(sql`${liveAdmission(at)} and ${admission.acceptedAt} is null`);
  const alarm = row?.alarm ? { gates: row.alarm.gates, raisedAt: new Date(row.alarm.raisedAt) } : null;
  return { requests: row?.requests ?? 0, invited: row?.invited ?? 0, since: new Date(row?.since ?? at), alarm };
}
