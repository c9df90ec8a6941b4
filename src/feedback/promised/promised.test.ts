import { aBoard, anIdea } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { aPerson, atStage, viewerFor } from "@tests/support/people";
import { tellAll } from "@tests/support/telling";
import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { at, daysAfter, now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { event } from "@/platform/events/schema";
import { thingId } from "@/posts/moderation/shape";
import { readinessAt } from "@/readiness/queries";
import { board } from "../schema";
import { remindPromisers } from "./remind";
import { dayAt, overduePromises } from "./standing";

withDatabase();

beforeEach(async () => {
  await transaction((tx) => tx.execute(sql`truncate ${person}, ${event}, ${board} cascade`));
  await atStage("early");
});

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

async function promised(days: number) {
  const host = await aPerson({ roles: ["host"] });
  const api = await asked(host);
  const on = await aBoard();
  const idea = await anIdea(on.id, await aPerson({ admitted: "wave" }));
  const promisedFor = dayAt(daysAfter(now(), days));
  await api.feedback.move({ idea, status: "planned", note: "Soon.", promisedFor });
  return { api, idea, host };
}

async function toldOf(id: PersonId) {
  await transaction(remindPromisers);
  await tellAll();
  return (await (await asked(id)).notices.list({})).items.map(({ why }) => why);
}

test("whoever promised a day is reminded five days before it, once, and once when it has passed", async () => {
  const { host } = await promised(9);
  expect(await toldOf(host)).toEqual([]);
  expect(await at(daysAfter(now(), 4), () => toldOf(host))).toEqual(["promise-due"]);
  expect(await at(daysAfter(now(), 5), () => toldOf(host))).toEqual(["promise-due"]);
  expect(await at(daysAfter(now(), 9), () => toldOf(host))).toEqual(["promise-due"]);
  expect(await at(daysAfter(now(), 10.5), () => toldOf(host))).toEqual(["promise-late"]);
});

test("a promise that was kept, taken back or removed reminds nobody", async () => {
  const { api, idea, host } = await promised(9);
  await api.feedback.move({ idea, status: "shipped", note: "There." });
  expect(await at(daysAfter(now(), 12), () => toldOf(host))).toEqual([]);
  const other = await promised(3);
  await other.api.moderation.hide({ thing: thingId.parse(other.idea), reason: "It names somebody's illness." });
  expect(await toldOf(other.host)).toEqual([]);
});

test("an overdue promise holds the next stage until it is kept or said anew, and the past stays as it was", async () => {
  const { api, idea } = await promised(2);
  const holds = async (when: Date) => (await readinessAt(reader(), { at: when })).blocking.map(({ key }) => key);
  const late = daysAfter(now(), 4);
  expect(await holds(daysAfter(now(), 1))).not.toContain("promises");
  expect(await holds(late)).toContain("promises");
  await at(daysAfter(now(), 5), () =>
    api.feedback.move({ idea, status: "planned", note: "Later, sorry.", promisedFor: dayAt(daysAfter(now(), 30)) }),
  );
  expect(await holds(daysAfter(now(), 6))).not.toContain("promises");
  expect(await overduePromises(reader(), late)).toBe(1);
});
