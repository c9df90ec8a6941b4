import { COMMUNITY_END, communityOf, some } from "@tests/support/communities";
import { withDatabase } from "@tests/support/database";
import { acting, aPerson, atStage, viewerFor } from "@tests/support/people";
import { written } from "@tests/support/written";
import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { lookAtNight } from "@/assembly/night";
import { createCaller } from "@/assembly/router";
import type { PersonId } from "@/members/shape";
import { notice } from "@/notices/schema";
import { tellFallen } from "@/notices/told/launch";
import { at as atMoment } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { DAY } from "@/platform/durations";
import { event } from "@/platform/events/schema";
import { newId } from "@/platform/ids";
import { readinessAt } from "@/readiness/queries";
import { gateRecord } from "@/readiness/record";
import { calendarEntry, readinessDay } from "@/readiness/schema";
import { stageFlipped } from "@/stages/events";
import { launchState } from "@/stages/schema";
import { flipStage } from "./actions/flip-stage";
import { undoFlip } from "./actions/undo-flip";
import { gatesFor } from "./gates";
import { flip, gateAlarm } from "./schema";
import { stepTo } from "./step";

withDatabase();

const at = (days: number) => new Date(COMMUNITY_END + days * DAY);
const people = new Map<string, PersonId>();

/** Alive for half a year, and gone on the day that the next stage opened. */
beforeAll(async () => {
  await atMoment(at(-300), async () => {
    people.set("host", await aPerson({ name: "host", roles: ["host"] }));
    await written(communityOf({ seed: 5, present: (_week, chance) => some(16, 0.6, chance) }), people);
  });
  await atStage("founding");
  await transaction(async (tx) => {
    await tx.update(launchState).set({ since: at(-200) });
    await tx.insert(event).values({
      id: newId<"event">(),
      name: stageFlipped.name,
      subject: "flip:first",
      payload: { from: "groundwork", to: "founding", version: 2 },
      at: at(-200),
    });
  });
});

beforeEach(async () => {
  await transaction((tx) => tx.execute(sql`truncate ${flip}, ${readinessDay}, ${notice} cascade`));
});

async function opened(day: number, to: "early" | "pilot" = "early"): Promise<void> {
  const { gates } = await readinessAt(reader(), { at: at(day), stage: stepTo(to) });
  const payload = { from: "founding", to, version: 3 } as const;
  await transaction(async (tx) => {
    await tx.insert(flip).values({
      id: newId<"flip">(),
      fromStage: "founding",
      toStage: to,
      version: 3,
      flippedAt: at(day),
      gates: gates.map(gateRecord),
      effect: {
        gained: 0,
        lost: 0,
        letters: 0,
        spacesOpened: 0,
        spacesClosed: 0,
        boardsOpened: 0,
        boardsClosed: 0,
        emptyRooms: 0,
      },
    });
    await tx
      .insert(event)
      .values({ id: newId<"event">(), name: stageFlipped.name, subject: "flip:x", payload, at: at(day) });
    await tx.update(launchState).set({ stage: to, since: at(day), version: 3 });
  });
}

const night = (day: number) => atMoment(at(day), lookAtNight);
const alarms = () => reader().select().from(gateAlarm);

test("a day is kept once, and equals what --at computes of its moment ever after", async () => {
  await night(-30);
  const [kept] = await reader().select().from(readinessDay);
  await transaction((tx) =>
    tx.insert(calendarEntry).values({
      id: newId<"calendar-entry">(),
      kind: "leave",
      name: "Entered later",
      fromDay: at(-60).toISOString().slice(0, 10),
      untilDay: at(-40).toISOString().slice(0, 10),
      enteredAt: at(-20),
    }),
  );
  await atMoment(at(-10), () => aPerson({ admitted: "host-invitation", department: "Sales" }));
  await night(-30);
  expect(await reader().select().from(readinessDay)).toEqual([kept]);
  if (kept === undefined) throw new Error("nothing was kept");
  const again = await readinessAt(reader(), { at: kept.at });
  expect(again).toMatchObject({ stage: kept.stage, ruleVersion: kept.ruleVersion, ready: kept.ready });
  expect(again.gates.map(gateRecord)).toEqual(kept.gates);
  expect(kept.gates.some(({ verdict }) => verdict === "pass")).toBe(true);
});

test("gates that held at the flip and fail three weeks in a row are told once to the team, and the room shows it", async () => {
  await opened(0);
  await night(13);
  expect(await alarms()).toEqual([]);
  await night(42);
  await night(43);
  const [alarm, ...more] = await alarms();
  expect(more).toEqual([]);
  expect(alarm?.gates).toEqual(expect.arrayContaining(["L1", "L3"]));
  const told = await reader().select().from(event).where(eq(event.name, "gates.fell"));
  expect(told).toHaveLength(1);
  const fell = {
    eventId: told[0]?.id,
    subjectId: alarm?.id ?? "",
    payload: { gates: alarm?.gates ?? [] },
    actorId: null,
    at: at(42),
    requestId: "night",
  };
  for (let twice = 0; twice < 2; twice++) await transaction((tx) => tellFallen(tx, fell as never));
  const notices = await reader().select().from(notice);
  expect(notices.map((one) => [one.personId, one.why, one.mailDueAt])).toEqual([
    [people.get("host"), "gates-fell", null],
  ]);
  const host = await atMoment(at(43), async () => viewerFor(people.get("host") as PersonId));
  const api = createCaller({ viewer: host, locale: "en", requestId: "test" });
  expect((await api.launch.room()).alarm?.gates).toEqual(alarm?.gates);
  expect((await api.notices.list({})).items.map((one) => one.why)).toEqual(["gates-fell"]);
});

test("a step over a stage is watched as well, and staying power by the age of the stage that was left", async () => {
  await opened(0, "pilot");
  await night(42);
  expect((await alarms()).flatMap(({ gates }) => gates)).toContain("L1");
  // Three weeks of leave are in the calendar.
  const age = async (takenAt?: Date) => {
    const asked = await gatesFor(reader(), { from: "founding", to: "pilot", at: at(29) }, takenAt);
    return asked?.gates.find(({ key }) => key === "L3")?.parts.find(({ key }) => key === "age")?.value;
  };
  expect([await age(), await age(at(0))]).toEqual([4, 29]);
});

test("a flip that was taken back ends neither the alarm nor the watch over the stage that stands", async () => {
  await opened(0);
  await night(42);
  const raised = await alarms();
  expect(raised.map(({ closedAt }) => closedAt)).toEqual([null]);
  const admin = await atMoment(at(42), () => aPerson({ roles: ["admin"] }));
  await atMoment(at(43), () =>
    acting(admin, async (act) => {
      const why = { reason: "Wrong button.", override: "Wrong button." };
      const done = await flipStage(act, { to: "pilot", version: 3, ...why });
      await undoFlip(act, { flip: done.id, reason: "" });
    }),
  );
  await night(44);
  expect(await alarms()).toEqual(raised);
  await transaction((tx) => tx.execute(sql`truncate ${gateAlarm}`));
  await night(45);
  expect((await alarms()).map(({ flipId, closedAt }) => [flipId, closedAt])).toEqual([[raised[0]?.flipId, null]]);
});
