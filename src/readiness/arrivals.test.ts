import { withDatabase } from "@tests/support/database";
import { aPerson } from "@tests/support/people";
import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { daysAfter } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { event } from "@/platform/events/schema";
import { newId } from "@/platform/ids";
import { flipUndone, stageFlipped } from "@/stages/events";
import { admission } from "@/stages/schema";
import { type AdmissionKind, NO_AUDIENCE, type Stage } from "@/stages/shape";
import { loadFacts } from "./load-facts";

withDatabase();

const day = (number: number) => daysAfter(new Date("2027-01-11T08:00:00Z"), number);

beforeEach(async () => {
  await transaction((tx) => tx.execute(sql`truncate ${person}, ${event} cascade`));
});

async function flipped(
  number: number,
  from: Stage,
  to: Stage,
  name: string = stageFlipped.name,
  flip = String(number),
) {
  const told = { id: newId<"event">(), name, subject: `flip:${flip}`, payload: { from, to, version: number } };
  await transaction((tx) => tx.insert(event).values({ ...told, at: day(number) }));
}

type Days = { granted: number; accepted?: number; revoked?: number };

async function admitted(personId: PersonId, kind: AdmissionKind, grantedBy: PersonId | null, days: Days) {
  const moment = (number?: number) => (number === undefined ? null : day(number));
  const moments = { grantedAt: day(days.granted), acceptedAt: moment(days.accepted), revokedAt: moment(days.revoked) };
  const row = { id: newId<"admission">(), personId, kind, grantedBy, ...moments };
  await transaction((tx) => tx.insert(admission).values(row));
}

async function arrivedBy(number: number, id: PersonId, stage: Stage = "early") {
  const { facts } = await loadFacts(reader(), { stage, audience: NO_AUDIENCE }, day(number));
  const one = facts.arrivals.find((arrival) => arrival.person === id);
  return one && { inviter: one.inviter, asked: new Date(one.asked), at: new Date(one.at) };
}

test("whoever took an invitation up at the door arrives when the stage lets its kind in, or when they take it up", async () => {
  const [ada, waited, later] = [await aPerson(), await aPerson(), await aPerson()];
  await flipped(0, "groundwork", "founding");
  await admitted(waited, "member-invitation", ada, { granted: 5, accepted: 6 });
  await admitted(later, "member-invitation", ada, { granted: 5, accepted: 70 });
  expect(await arrivedBy(50, waited, "founding")).toMatchObject({ at: day(6) });
  await flipped(60, "founding", "early");
  expect(await arrivedBy(80, waited)).toEqual({ inviter: ada, asked: day(5), at: day(60) });
  expect(await arrivedBy(80, later)).toEqual({ inviter: ada, asked: day(5), at: day(70) });
  // What came later is not looked at: neither the flip nor that it was taken up.
  expect(await arrivedBy(50, waited, "founding")).toEqual({ inviter: ada, asked: day(5), at: day(6) });
  expect(await arrivedBy(65, later)).toMatchObject({ at: day(60) });
});

test("a host's letter opens the circle at once, and a flip that was taken back opened nothing", async () => {
  const [ada, bea, waited] = [await aPerson(), await aPerson({ roles: ["host"] }), await aPerson()];
  await flipped(0, "groundwork", "founding");
  await flipped(20, "founding", "early");
  await flipped(21, "early", "founding", flipUndone.name, "20");
  await admitted(waited, "member-invitation", ada, { granted: 5, accepted: 6 });
  await admitted(waited, "host-invitation", bea, { granted: 40, accepted: 45 });
  expect(await arrivedBy(50, waited, "founding")).toEqual({ inviter: ada, asked: day(5), at: day(45) });
});

test("whoever waited for a wave comes by it, and what was taken back before the door opened lets nobody in", async () => {
  const [ada, waited] = [await aPerson(), await aPerson()];
  await flipped(0, "groundwork", "founding");
  await admitted(waited, "member-invitation", ada, { granted: 5, accepted: 6, revoked: 10 });
  await flipped(30, "founding", "early");
  await admitted(waited, "wave", null, { granted: 70, accepted: 75 });
  expect(await arrivedBy(80, waited)).toEqual({ inviter: ada, asked: day(5), at: day(75) });
});

test("where nobody ever flipped the stage had always been what it is", async () => {
  const [ada, came] = [await aPerson(), await aPerson()];
  await admitted(came, "member-invitation", ada, { granted: 5, accepted: 6 });
  expect(await arrivedBy(20, came)).toMatchObject({ at: day(6) });
});
