import { withDatabase } from "@tests/support/database";
import { acting, aPerson, atStage, viewerFor, wereMet } from "@tests/support/people";
import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { dispatchEvent } from "@/assembly/dispatch";
import { reactions } from "@/assembly/reactions";
import { createCaller } from "@/assembly/router";
import { letter } from "@/mail/schema";
import { endRole } from "@/members/actions/set-role";
import { person, personAddress } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { at } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { event } from "@/platform/events/schema";
import { launchState } from "@/stages/schema";
import { flip } from "../schema";
import { attendPlan } from "./attend";
import { flipPlan } from "./schema";
import type { PlanId } from "./shape";

withDatabase();

const start = new Date("2027-01-11T08:00:00Z");
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const DUE = 6 * 60;

beforeEach(async () => {
  await transaction(async (tx) => {
    await tx.execute(sql`truncate ${person}, ${event}, ${flip}, ${flipPlan} cascade`);
    await tx.update(launchState).set({ twoAdmins: false });
  });
  await atStage("groundwork");
});

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

async function circle(count: number) {
  const ids: PersonId[] = [];
  for (let n = 0; n < count; n += 1) ids.push(await aPerson({ admitted: "host-invitation" }));
  await wereMet(ids);
}

async function stageNow() {
  const [row] = await reader().select().from(launchState);
  if (row === undefined) throw new Error("there is a stage");
  return row;
}

const form = { reason: "", override: "", confirm: "yes", zone: "Europe/Paris" } as const;
const at15 = { day: "2027-01-11", time: "15:00" };

/** Plans the founding circle for 15:00 in Paris, which is at `later(DUE)`. */
async function plan(by: PersonId, wish: Partial<typeof at15> & { override?: string } = at15): Promise<PlanId> {
  const { version } = await stageNow();
  return at(start, async () => {
    const made = await (await asked(by)).launch.plan({ to: "founding", version, ...form, ...wish });
    return made.plan;
  });
}

const attend = (id: PlanId, minutes: number) => at(later(minutes), () => attendPlan({ plan: id }));

async function planRow(id: PlanId) {
  const [row] = await reader().select().from(flipPlan).where(eq(flipPlan.id, id));
  return row;
}

async function lettersTo(id: PersonId, kind: string) {
  for (const one of await reader().select({ id: event.id }).from(event)) await dispatchEvent(one.id, reactions);
  const rows = await reader()
    .select({ text: letter.bodyText, kind: letter.kind })
    .from(letter)
    .innerJoin(personAddress, eq(personAddress.address, letter.toAddress))
    .where(eq(personAddress.personId, id));
  return rows.filter((row) => row.kind === kind).map(({ text }) => text);
}

test("a plan is seen in the room, and happens at its moment, in its planner's name, once for any number of workers", async () => {
  const ada = await aPerson({ roles: ["admin"], name: "Ada" });
  await circle(5);
  const id = await plan(ada);
  await at(later(1), async () => {
    const room = await (await asked(ada)).launch.room();
    expect(room.plan).toMatchObject({ id, to: "founding", state: "planned", dueAt: later(DUE), by: { name: "Ada" } });
    expect(room.plan?.may).toEqual({ approve: false, cancel: true, start: false });
  });
  const jobs = await reader().execute<{ start_after: string }>(
    sql`select start_after from pgboss.job where name = 'flip-plan' and data->>'plan' = ${id}`,
  );
  expect(jobs.map((job) => new Date(job.start_after))).toEqual([later(DUE)]);
  await attend(id, DUE - 1);
  expect((await stageNow()).stage).toBe("groundwork");
  await Promise.all(Array.from({ length: 5 }, () => attend(id, DUE)));
  expect(await stageNow()).toMatchObject({ stage: "founding", since: later(DUE) });
  const flips = await reader().select().from(flip);
  expect(flips.map(({ flippedBy, toStage }) => [flippedBy, toStage])).toEqual([[ada, "founding"]]);
  expect(await planRow(id)).toMatchObject({ state: "done", flipId: flips[0]?.id });
});

test("a plan whose gates hold no more does not happen, and its planner is told by bell and letter what changed", async () => {
  const ada = await aPerson({ roles: ["admin"] });
  await circle(5);
  const id = await plan(ada);
  await transaction((tx) =>
    tx.execute(sql`delete from admission where person_id = (select min(person_id::text)::uuid from admission)`),
  );
  await attend(id, DUE);
  expect((await stageNow()).stage).toBe("groundwork");
  expect(await planRow(id)).toMatchObject({ state: "refused", outcome: { key: "gatesHold", values: { gates: "G1" } } });
  const [text, ...more] = await lettersTo(ada, "plan-closed");
  expect(more).toEqual([]);
  expect(text).toContain("One gate does not hold yet: G1.");
  const bell = await (await asked(ada)).notices.list({});
  expect(bell.items.map(({ why }) => why)).toEqual(["plan-closed"]);
});

test("with an override, a plan happens although the gates that it was written for still do not hold", async () => {
  const ada = await aPerson({ roles: ["admin"] });
  const id = await plan(ada, { ...at15, override: "We are none yet." });
  expect(await planRow(id)).toMatchObject({ overrides: ["G1", "G2"] });
  await attend(id, DUE);
  expect((await stageNow()).stage).toBe("founding");
});

test("an override is good for nothing that came in the way since: the plan is refused, and its planner told", async () => {
  const ada = await aPerson({ roles: ["admin"] });
  await circle(4);
  const id = await plan(ada, { ...at15, override: "We are four." });
  expect(await planRow(id)).toMatchObject({ overrides: ["G1"] });
  for (const _ of [1, 2]) await aPerson({ admitted: "host-invitation" });
  await attend(id, DUE);
  expect((await stageNow()).stage).toBe("groundwork");
  const outcome = { key: "gatesSince", values: { gates: "G2", count: 1 } };
  expect(await planRow(id)).toMatchObject({ state: "refused", outcome });
  expect((await lettersTo(ada, "plan-closed"))[0]).toContain("something more stands in the way: G2.");
});

test("a second plan is refused with words; a step by hand ends the plan, and says so", async () => {
  const [ada, bea] = [await aPerson({ roles: ["admin"], name: "Ada" }), await aPerson({ roles: ["admin"] })];
  await circle(5);
  const id = await plan(ada);
  await expect(plan(bea)).rejects.toMatchObject({
    cause: { code: "conflict", key: "planOpen", values: { name: "Ada" } },
  });
  const { version } = await stageNow();
  await at(later(5), async () => (await asked(bea)).launch.flip({ to: "founding", version, ...form }));
  expect(await planRow(id)).toMatchObject({ state: "cancelled", outcome: { key: "planOvertaken" } });
  await attend(id, DUE);
  expect(await reader().select().from(flip)).toHaveLength(1);
  expect(await lettersTo(ada, "plan-closed")).toHaveLength(1);
});

test("of two admins who plan at once one wins", async () => {
  const admins = [await aPerson({ roles: ["admin"] }), await aPerson({ roles: ["admin"] })];
  await circle(5);
  const settled = await Promise.allSettled(admins.map((id) => plan(id)));
  expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a plan decided on an older stage, to the present or an unknown one, is refused with what changed", async () => {
  const ada = await aPerson({ roles: ["admin"] });
  await circle(5);
  const { version } = await stageNow();
  const caller = await asked(ada);
  const wish = { ...form, ...at15, version };
  const planned = (more: object) => at(start, () => caller.launch.plan({ ...wish, to: "founding", ...more }));
  await expect(planned({ version: version + 7 })).rejects.toMatchObject({ cause: { key: "stageMoved" } });
  await expect(planned({ to: "groundwork" })).rejects.toMatchObject({ cause: { key: "stageAlready" } });
  await expect(planned({ to: "beta" })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  const id = await plan(ada);
  await transaction((tx) => tx.execute(sql`update launch_state set version = version + 1`));
  await attend(id, DUE);
  expect(await planRow(id)).toMatchObject({ state: "refused", outcome: { key: "stageMoved" } });
});

test("a moment that the clocks skip, that is over or too far, or in no zone at all, is refused beside its field", async () => {
  const ada = await aPerson({ roles: ["admin"] });
  await circle(5);
  const refused = (wish: object) => expect(plan(ada, wish)).rejects;
  await refused({ day: "2027-03-28", time: "02:30" }).toMatchObject({
    cause: { key: "planSkipped", values: { next: "03:30" }, fields: { time: ["planSkippedShort"] } },
  });
  await refused({ day: "2027-01-11", time: "08:59" }).toMatchObject({ cause: { key: "planOver" } });
  await refused({ day: "2027-06-11", time: "08:59" }).toMatchObject({ cause: { key: "planFar" } });
  await refused({ day: "", time: "" }).toMatchObject({ cause: { key: "planNeedsMoment" } });
  await refused({ ...at15, zone: "Moon/Tycho" }).toMatchObject({ code: "BAD_REQUEST" });
});

test("a plan is cancelled by any admin, and does not happen", async () => {
  const [ada, bea] = [await aPerson({ roles: ["admin"] }), await aPerson({ roles: ["admin"] })];
  await circle(5);
  const id = await plan(ada);
  const other = await asked(bea);
  await other.launch.cancelPlan({ plan: id });
  await expect(other.launch.cancelPlan({ plan: id })).rejects.toMatchObject({ cause: { key: "planClosed" } });
  await attend(id, DUE);
  expect((await stageNow()).stage).toBe("groundwork");
});

test("after a long standstill a plan asks before it happens; a planner who is no admin any more plans nothing", async () => {
  const [ada, bea] = [await aPerson({ roles: ["admin"] }), await aPerson({ roles: ["admin"] })];
  await circle(5);
  const id = await plan(ada);
  await attend(id, DUE + 90);
  expect(await planRow(id)).toMatchObject({ state: "late" });
  await attend(id, DUE + 91);
  expect((await stageNow()).stage).toBe("groundwork");
  await at(later(DUE + 100), async () => (await asked(bea)).launch.startPlan({ plan: id }));
  expect((await stageNow()).stage).toBe("founding");
  await atStage("groundwork");
  const next = await plan(ada);
  await acting(bea, (act) => endRole(act, ada, "admin", "admin"));
  await attend(next, DUE);
  expect(await planRow(next)).toMatchObject({ state: "refused", outcome: { key: "planNobody" } });
});

test("a step by hand at the moment of a plan: one of the two happens, and the other is told", async () => {
  const [ada, bea] = [await aPerson({ roles: ["admin"] }), await aPerson({ roles: ["admin"] })];
  await circle(5);
  const id = await plan(ada);
  const { version } = await stageNow();
  const byHand = async () =>
    at(later(DUE), async () => (await asked(bea)).launch.flip({ to: "founding", version, ...form }));
  const [, pressed] = await Promise.allSettled([attend(id, DUE), byHand()]);
  const flips = await reader().select().from(flip);
  expect(flips).toHaveLength(1);
  const isByHand = pressed.status === "fulfilled";
  expect(flips[0]?.flippedBy).toBe(isByHand ? bea : ada);
  if (pressed.status === "rejected") expect(pressed.reason).toMatchObject({ cause: { code: "conflict" } });
  const ended = isByHand ? { state: "cancelled", outcome: { key: "planOvertaken" } } : { state: "done" };
  expect(await planRow(id)).toMatchObject(ended);
});

test("an hour that the clocks show twice is the first of the two, or the second where that is said", async () => {
  const ada = await aPerson({ roles: ["admin"] });
  await circle(5);
  const autumn = new Date("2027-10-20T08:00:00Z");
  const due = async (twice: "earlier" | "later") => {
    const { version } = await stageNow();
    const wish = { to: "founding", version, ...form, day: "2027-10-31", time: "02:30", twice } as const;
    const id = await at(autumn, async () => (await (await asked(ada)).launch.plan(wish)).plan);
    const row = await planRow(id);
    await (await asked(ada)).launch.cancelPlan({ plan: id });
    return row?.dueAt;
  };
  expect(await due("earlier")).toEqual(new Date("2027-10-31T00:30:00Z"));
  expect(await due("later")).toEqual(new Date("2027-10-31T01:30:00Z"));
});
