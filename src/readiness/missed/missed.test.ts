import { withDatabase } from "@tests/support/database";
import { acting, aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import type { PersonId } from "@/members/shape";
import { at as atMoment, daysAfter, now } from "@/platform/clock";
import { reader } from "@/platform/database/client";
import { event } from "@/platform/events/schema";
import { publishPost } from "@/posts/actions/publish-post";
import { readinessAt } from "../queries";
import { missedAnswer } from "../schema";

withDatabase();

let host: PersonId;
let admin: PersonId;
let member: PersonId;
let silent: PersonId;

beforeAll(async () => {
  await atStage("founding");
  host = await aPerson({ roles: ["host"] });
  admin = await aPerson({ roles: ["admin"] });
  member = await aPerson({ admitted: "host-invitation" });
  silent = await aPerson({ admitted: "host-invitation" });
  const room = await aSpace({ places: [[member, "member"]] });
  for (const days of [-1, -3])
    await atMoment(daysAfter(now(), days), () =>
      acting(member, (act) => publishPost(act, room, { kind: "question", title: "How?", body: "So?" })),
    );
});

const asked = async (id: PersonId) => createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });

test("whoever took part on two days is asked, answers once, and stands nowhere with the answer", async () => {
  await expect((await asked(member)).readiness.askMissed()).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await (await asked(host)).readiness.askMissed()).toEqual({ asked: 1 });
  await expect((await asked(host)).readiness.askMissed()).rejects.toMatchObject({ cause: { key: "missedTooSoon" } });
  expect((await (await asked(silent)).readiness.question()).open).toBeNull();
  await expect((await asked(silent)).readiness.answerQuestion({ answer: "very" })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  const api = await asked(member);
  expect((await api.readiness.question()).open?.hasAnswered).toBe(false);
  await api.readiness.answerQuestion({ answer: "very" });
  expect((await api.readiness.question()).open?.hasAnswered).toBe(true);
  await expect(api.readiness.answerQuestion({ answer: "not" })).rejects.toMatchObject({ code: "CONFLICT" });
  expect(await reader().select().from(missedAnswer)).toMatchObject([{ answer: "very", count: 1 }]);
  const told = await reader()
    .select()
    .from(event)
    .where(sql`${event.actorId} = ${member} and ${event.name} like 'missed%'`);
  expect(told).toEqual([]);
  const figures = async (days: number) => {
    const { gates } = await readinessAt(reader(), { at: daysAfter(now(), days) });
    return gates.find(({ key }) => key === "L13")?.parts.map(({ n }) => n);
  };
  expect(await figures(0)).toEqual([0, 1]);
  expect(await figures(1)).toEqual([1, 1]);
});

test("an admin enters and removes a line; the next step counts with it, and the trail says so", async () => {
  const api = await asked(admin);
  const today = now().toISOString().slice(0, 10);
  const keys = async () => (await readinessAt(reader(), { at: now() })).blocking.map(({ key }) => key);
  expect(await keys()).toEqual(expect.arrayContaining(["council", "answering"]));
  await api.readiness.enter({ kind: "council", name: "Consulted", from: today });
  const week = daysAfter(now(), 6).toISOString().slice(0, 10);
  await api.readiness.enter({ kind: "answering", name: "Ada", from: today, until: week });
  expect(await keys()).not.toContain("council");
  expect(await keys()).not.toContain("answering");
  const [line] = (await (await asked(host)).readiness.calendar()).lines.filter(({ kind }) => kind === "council");
  await expect((await asked(host)).readiness.takeOut({ entry: line?.id ?? "" })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  await expect(api.readiness.enter({ kind: "quiet", name: "Quiet", from: "2026-08-04" })).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
  await api.readiness.takeOut({ entry: line?.id ?? "" });
  expect(await keys()).toContain("council");
  const trail = await reader().select().from(event).where(sql`${event.name} like 'calendar.%'`);
  expect(trail.map((one) => one.name).sort()).toEqual(["calendar.entered", "calendar.entered", "calendar.removed"]);
});

test("nobody is asked twice in ninety days, and whoever never wants to be is not asked, until they say otherwise", async () => {
  const api = await asked(member);
  const open = (days: number) =>
    atMoment(daysAfter(now(), days), async () => {
      const room = await aSpace({ places: [[member, "member"]] });
      for (const ago of [-1, -3])
        await atMoment(daysAfter(now(), ago), () =>
          acting(member, (act) => publishPost(act, room, { kind: "question", title: "How?", body: "So?" })),
        );
      return (await asked(host)).readiness.askMissed();
    });
  expect(await open(70)).toEqual({ asked: 0 });
  await api.readiness.setNeverAsked({ never: true });
  await api.readiness.setNeverAsked({ never: true });
  expect((await api.readiness.question()).never).toBe(true);
  expect(await open(100)).toEqual({ asked: 0 });
  await api.readiness.setNeverAsked({ never: false });
  expect(await open(110)).toEqual({ asked: 1 });
});
