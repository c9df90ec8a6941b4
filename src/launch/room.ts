import { count, isNull, sql } from "drizzle-orm";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { asksIn, liveAdmission } from "@/stages/reasons";
import { admission } from "@/stages/schema";
import { stageAfter } from "@/stages/shape";
import { flips } from "./history";
import { insideAt } from "./inside";
import { PLAN_COLUMNS, type PlanRow, planFrom } from "./plans/queries";
import { secondOffFrom } from "./plans/second";
import { gateAlarm, joinRequest } from "./schema";
import type { RoomView } from "./views";

/** The launch room as a host sees it now. */
export async function roomFor(db: Reader, viewer: Viewer): Promise<RoomView> {
  const at = now();
  const { stage, stageVersion: version, audience } = viewer;
  const { since, alarm, plan, wordOfMouth, ...door } = await atTheDoor(db, at);
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
    hold: last?.heldUntil && last.heldUntil > at ? { flip: last.id, until: last.heldUntil } : null,
    twoAdmins: plan.two_admins,
    secondOff: plan.two_admins ? secondOffFrom(plan, viewer, at) : null,
    plan: planFrom(plan, viewer, at),
    alarm,
    may: { flip: viewer.roles.has("admin") },
  };
}

type Fallen = { gates: string[]; raisedAt: string };
type Beside = RoomView["atTheDoor"] & Pick<RoomView, "since" | "alarm" | "wordOfMouth"> & { plan: PlanRow };
type Row = PlanRow & {
  requests: number;
  invited: number;
  sent: number;
  came: number;
  of: number;
  since: string;
  alarm: Fallen | null;
};

/**
 * Who asked to come in, who was asked in and has not come yet, and by whom people came; since when the stage is what it
 * is, the plan, and what fell.
 */
async function atTheDoor(db: Reader, at: Date): Promise<Beside> {
  const requests = db.select({ n: count() }).from(joinRequest).where(isNull(joinRequest.closedAt));
  const byMember = asksIn("member");
  const came = sql`${admission.acceptedAt} is not null`;
  const [row] = await db.execute<Row>(sql`
    select (${requests})::int as requests, met.*, (select l.since from launch_state l) as since,
      (select jsonb_build_object('gates', ${gateAlarm.gates}, 'raisedAt', ${gateAlarm.raisedAt}) from ${gateAlarm}
        where ${gateAlarm.closedAt} is null order by ${gateAlarm.raisedAt} desc limit 1) as alarm, ${PLAN_COLUMNS}
    from (select (count(*) filter (where ${liveAdmission(at)} and not ${came}))::int as invited,
        (count(*) filter (where ${byMember}))::int as sent,
        (count(distinct ${admission.personId}) filter (where ${byMember} and ${came}))::int as came,
        (count(distinct ${admission.personId}) filter (where ${came}))::int as of
      from ${admission} where ${asksIn("team", "member")}) met`);
  if (row === undefined) throw new Error("a count gives one row");
  const { requests: asked, invited, sent, came: byMouth, of, since, alarm, ...plan } = row;
  const fallen = alarm === null ? null : { gates: alarm.gates, raisedAt: new Date(alarm.raisedAt) };
  const wordOfMouth = { sent, came: byMouth, of };
  return { requests: asked, invited, wordOfMouth, since: new Date(since), alarm: fallen, plan };
}
