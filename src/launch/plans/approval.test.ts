import { withDatabase } from "@tests/support/database";
import { acting, aPerson, atStage, viewerFor, wereMet } from "@tests/support/people";
import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { dispatchEvent } from "@/assembly/dispatch";
import { reactions } from "@/assembly/reactions";
import { createCaller } from "@/assembly/router";
import { letter } from "@/mail/schema";
import { endRole, grantRole } from "@/members/actions/set-role";
import { suspendPerson } from "@/members/actions/suspend-person";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { at } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { event } from "@/platform/events/schema";
import { launchState } from "@/stages/schema";
import { setSecondAdmin } from "../actions/set-second-admin";
import { flip } from "../schema";
import { attendPlan } from "./attend";
import { flipPlan } from "./schema";
import { PROPOSAL_MS } from "./shape";

withDatabase();

const start = new Date("2027-01-11T08:00:00Z");
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const DUE = 6 * 60;
const form = { reason: "", override: "We are few.", confirm: "yes", zone: "UTC" } as const;
const moment = { day: "2027-01-11", time: "14:00" };

let ada: PersonId;
let bea: PersonId;

beforeEach(async () => {
  await transaction(async (tx) => {
    await tx.execute(sql`truncate ${person}, ${event}, ${flip}, ${flipPlan} cascade`);
    await tx.update(launchState).set({ twoAdmins: false });
  });
  await atStage("groundwork");
  ada = await aPerson({ roles: ["admin"], name: "Ada", address: "ada@mail.example" });
  bea = await aPerson({ roles: ["admin"], name: "Bea", address: "bea@mail.example" });
  await acting(ada, (act) => setSecondAdmin(act, true));
});

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

async function stageNow() {
  const [row] = await reader().select().from(launchState);
  if (row === undefined) throw new Error("there is a stage");
  return row;
}

async function propose(wish: Partial<typeof moment> = {}) {
  const { version } = await stageNow();
  return at(start, async () => (await asked(ada)).launch.plan({ to: "founding", version, ...form, ...wish }));
}

/** One asks, the other agrees. */
async function switchOff() {
  for (const id of [ada, bea]) await acting(id, (act) => setSecondAdmin(act, false));
}

test("the setting is off at first, changed by admins alone, audited, and not to be had by a lone admin", async () => {
  const [told] = await reader().select().from(event).where(eq(event.name, "launch.second-admin-set"));
  expect(told).toMatchObject({ actorId: ada, payload: { on: true } });
  const host = await asked(await aPerson({ roles: ["host"] }));
  await expect(host.launch.setSecondAdmin({ on: "no" })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await switchOff();
  await acting(ada, (act) => endRole(act, bea, "admin", "admin"));
  const alone = acting(ada, (act) => setSecondAdmin(act, true));
  await expect(alone).rejects.toMatchObject({ code: "conflict", key: "secondAdminAlone" });
});

test("one admin alone does not switch it off: the others are written to, and one of them agrees", async () => {
  const [asks, agrees] = [await asked(ada), await asked(bea)];
  await at(later(1), async () => {
    expect((await asks.launch.room()).secondOff).toBeNull();
    expect(await asks.launch.setSecondAdmin({ on: "no" })).toEqual({ waits: true });
    for (const { id } of await reader().select({ id: event.id }).from(event)) await dispatchEvent(id, reactions);
  });
  const letters = await reader().select().from(letter).where(eq(letter.kind, "second-admin-off"));
  expect(letters.map(({ toAddress }) => toAddress)).toEqual(["bea@mail.example"]);
  await at(later(2), async () => {
    const own = asks.launch.setSecondAdmin({ on: "no" });
    await expect(own).rejects.toMatchObject({ cause: { code: "conflict", key: "secondAdminOwn" } });
    expect((await stageNow()).twoAdmins).toBe(true);
    expect((await asks.launch.room()).secondOff?.may).toEqual({ agree: false, keep: true });
    const { secondOff } = await agrees.launch.room();
    expect(secondOff).toMatchObject({ by: { name: "Ada" }, may: { agree: true, keep: true } });
    expect(await agrees.launch.setSecondAdmin({ on: "no" })).toEqual({ waits: false });
  });
  expect((await stageNow()).twoAdmins).toBe(false);
});

test("a wish that one be enough ends by a word against it, after seven days, and with the role of whoever had it", async () => {
  const wish = (minutes: number, id: PersonId, on: boolean) =>
    at(later(minutes), () => acting(id, (act) => setSecondAdmin(act, on)));
  await aPerson({ roles: ["admin"] });
  await wish(1, ada, false);
  await wish(2, bea, true);
  expect(await wish(3, bea, false)).toEqual({ waits: true });
  const week = PROPOSAL_MS / 60_000;
  expect(await wish(3 + week, ada, false)).toEqual({ waits: true });
  await acting(bea, (act) => endRole(act, ada, "admin", "admin"));
  expect(await wish(4 + week, bea, false)).toEqual({ waits: true });
  expect((await stageNow()).twoAdmins).toBe(true);
});

test("while it is on, nobody makes the last two admins fewer, and both at once neither", async () => {
  const refused = { code: "conflict", key: "lastSecondAdmin" };
  await expect(acting(ada, (act) => endRole(act, bea, "admin", "admin"))).rejects.toMatchObject(refused);
  await expect(acting(ada, (act) => suspendPerson(act, bea, true))).rejects.toMatchObject(refused);
  const cleo = await aPerson({ roles: ["admin"] });
  const both = [bea, cleo].map((id) => acting(ada, (act) => endRole(act, id, "admin", "admin")));
  const settled = await Promise.allSettled(both);
  expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const plain = await aPerson();
  await acting(ada, (act) => suspendPerson(act, plain, true));
});

test("a step by one admin is refused; a proposal goes to the others by letter, and happens when one agrees", async () => {
  const { version } = await stageNow();
  const alone = (await asked(ada)).launch.flip({ to: "founding", version, ...form });
  await expect(alone).rejects.toMatchObject({ cause: { code: "not-allowed", key: "flipNeedsSecond" } });
  const { plan } = await propose();
  for (const { id } of await reader().select({ id: event.id }).from(event)) await dispatchEvent(id, reactions);
  const letters = await reader().select().from(letter).where(eq(letter.kind, "plan-proposed"));
  expect(letters.map(({ toAddress }) => toAddress)).toEqual(["bea@mail.example"]);
  await at(later(5), async () => {
    expect((await (await asked(ada)).launch.room()).plan?.may).toMatchObject({ approve: false, cancel: true });
    const other = await asked(bea);
    expect((await other.launch.rehearsal({ to: "founding" })).plan).toMatchObject({
      by: { name: "Ada" },
      override: "We are few.",
      may: { approve: true },
    });
    await expect((await asked(ada)).launch.approvePlan({ plan })).rejects.toMatchObject({ cause: { key: "planOwn" } });
    await other.launch.approvePlan({ plan });
    await expect(other.launch.approvePlan({ plan })).rejects.toMatchObject({ cause: { key: "planClosed" } });
  });
  expect((await stageNow()).stage).toBe("founding");
  const [row] = (await (await asked(ada)).launch.history({})).items;
  expect(row).toMatchObject({ by: { displayName: "Ada" }, approvedBy: "Bea" });
});

test("a proposal for a moment waits for it once it is agreed on", async () => {
  const { plan } = await propose(moment);
  await at(later(DUE), () => attendPlan({ plan }));
  expect((await stageNow()).stage).toBe("groundwork");
  const [row] = await reader().select().from(flipPlan);
  expect(row?.state).toBe("proposed");
  await at(later(5), async () => (await asked(bea)).launch.approvePlan({ plan }));
  await at(later(DUE), () => attendPlan({ plan }));
  expect((await stageNow()).stage).toBe("founding");
});

test("whoever lost the role has nothing done in their name, neither by an approval nor by a late start", async () => {
  await aPerson({ roles: ["admin"] });
  const lost = { cause: { code: "not-allowed", key: "planNobodyWaits" } };
  const { plan } = await propose();
  await acting(bea, (act) => endRole(act, ada, "admin", "admin"));
  await expect(at(later(5), async () => (await asked(bea)).launch.approvePlan({ plan }))).rejects.toMatchObject(lost);
  expect((await stageNow()).stage).toBe("groundwork");
  await at(later(5), async () => (await asked(bea)).launch.cancelPlan({ plan }));
  await acting(bea, (act) => grantRole(act, ada, "admin", "admin"));
  const { plan: late } = await propose(moment);
  await at(later(DUE + 1), async () => (await asked(bea)).launch.approvePlan({ plan: late }));
  await acting(bea, (act) => suspendPerson(act, ada, true));
  const start = at(later(DUE + 2), async () => (await asked(bea)).launch.startPlan({ plan: late }));
  await expect(start).rejects.toMatchObject(lost);
  expect((await stageNow()).stage).toBe("groundwork");
});

test("an approval after the moment asks, and never fires by itself", async () => {
  const { plan } = await propose(moment);
  await at(later(DUE + 1), async () => {
    expect(await (await asked(bea)).launch.approvePlan({ plan })).toEqual({ late: true });
    await attendPlan({ plan });
    expect((await stageNow()).stage).toBe("groundwork");
    expect((await (await asked(ada)).launch.room()).plan).toMatchObject({ state: "late", may: { start: true } });
    await (await asked(ada)).launch.startPlan({ plan });
  });
  expect((await stageNow()).stage).toBe("founding");
});

test("after seven days a proposal is over: it is not shown, not agreed on, and in nobody's way", async () => {
  const { plan } = await propose();
  const over = new Date(start.getTime() + PROPOSAL_MS);
  await at(over, async () => {
    const other = await asked(bea);
    expect((await other.launch.room()).plan).toBeNull();
    await expect(other.launch.approvePlan({ plan })).rejects.toMatchObject({ cause: { key: "planExpired" } });
    await attendPlan({ plan });
    const { version } = await stageNow();
    await other.launch.plan({ to: "founding", version, ...form });
  });
  const rows = await reader().select().from(flipPlan).orderBy(flipPlan.proposedAt);
  expect(rows.map(({ state }) => state)).toEqual(["expired", "proposed"]);
});

test("an approval does not agree to what came in the way since the override was written", async () => {
  for (let n = 0; n < 4; n += 1) await wereMet([await aPerson({ admitted: "host-invitation" })]);
  const { plan } = await propose();
  for (const _ of [1, 2]) await aPerson({ admitted: "host-invitation" });
  const late = at(later(5), async () => (await asked(bea)).launch.approvePlan({ plan }));
  await expect(late).rejects.toMatchObject({ cause: { code: "not-yet", key: "gatesSince", values: { gates: "G2" } } });
  expect((await stageNow()).stage).toBe("groundwork");
});

test("an approval on an older stage fails with what changed, and the setting stays on while somebody waits", async () => {
  const { plan } = await propose();
  await expect(acting(ada, (act) => setSecondAdmin(act, false))).rejects.toMatchObject({ key: "secondAdminWaits" });
  await transaction((tx) => tx.execute(sql`update launch_state set version = version + 1`));
  const late = at(later(5), async () => (await asked(bea)).launch.approvePlan({ plan }));
  await expect(late).rejects.toMatchObject({ cause: { code: "conflict", key: "stageMoved" } });
});

test("a plan of before the setting does not happen without a second admin", async () => {
  await switchOff();
  const { plan } = await propose(moment);
  await acting(ada, (act) => setSecondAdmin(act, true));
  await at(later(DUE), () => attendPlan({ plan }));
  const [row] = await reader().select().from(flipPlan);
  expect(row).toMatchObject({ state: "refused", outcome: { key: "flipNeedsSecond" } });
});
