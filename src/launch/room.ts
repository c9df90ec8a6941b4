import { count, isNull, sql } from "drizzle-orm";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { liveAdmission } from "@/stages/reasons";
import { admission } from "@/stages/schema";
import { stageAfter } from "@/stages/shape";
import { flips } from "./history";
import { insideAt } from "./inside";
import { PLAN_COLUMNS, type PlanRow, planFrom } from "./plans/queries";
import { gateAlarm, joinRequest } from "./schema";
import type { RoomView } from "./views";

/** The launch room as a host sees it now. */
export async function roomFor(db: Reader, viewer: Viewer): Promise<RoomView> {
  const at = now();
  const { stage, stageVersion: version, audience } = viewer;
  const { since, alarm, plan, ...door } = await atTheDoor(db, at);
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
    hold: last?.heldUntil && last.heldUntil > at ? { flip: last.id, until: last.heldUntil } : null,
    twoAdmins: plan.two_admins,
    plan: planFrom(plan, viewer, at),
    alarm,
    may: { flip: viewer.roles.has("admin") },
  };
}

type Fallen = { gates: string[]; raisedAt: string };
type Beside = RoomView["atTheDoor"] & Pick<RoomView, "since" | "alarm"> & { plan: PlanRow };

/**
 * Who asked to come in, and who was asked in and has not come yet; since when the stage is what it is, the plan, and what
 * fell.
 */
async function atTheDoor(db: Reader, at: Date): Promise<Beside> {
  const requests = db.select({ n: count() }).from(joinRequest).where(isNull(joinRequest.closedAt));
  const invited = db
    .select({ n: count() })
    .from(admission)
    .where(sql`${liveAdmission(at)} and ${admission.acceptedAt} is null`);
  const [row] = await db.execute<
    PlanRow & { requests: number; invited: number; since: string; alarm: Fallen | null }
  >(sql`
    select (${requests})::int as requests, (${invited})::int as invited,
      (select l.since from launch_state l) as since,
      (select jsonb_build_object('gates', ${gateAlarm.gates}, 'raisedAt', ${gateAlarm.raisedAt}) from ${gateAlarm}
        where ${gateAlarm.closedAt} is null order by ${gateAlarm.raisedAt} desc limit 1) as alarm, ${PLAN_COLUMNS}`);
  if (row === undefined) throw new Error("a statement without a table gives one row");
  const { requests: asked, invited: expected, since, alarm, ...plan } = row;
  const fallen = alarm === null ? null : { gates: alarm.gates, raisedAt: new Date(alarm.raisedAt) };
  return { requests: asked, invited: expected, since: new Date(since), alarm: fallen, plan };
}
