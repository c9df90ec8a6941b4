import { ErrorCode, OpenFeature } from "@openfeature/server-sdk";
import { withDatabase } from "@tests/support/database";
import { aPerson, atStage, viewerFor } from "@tests/support/people";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import type { PersonId } from "@/members/shape";
import { reader } from "@/platform/database/client";
import { event } from "@/platform/events/schema";
import { provideFeatures } from "./open-feature";

withDatabase();

let admin: PersonId;
let ana: PersonId;
beforeAll(async () => {
  await atStage("founding");
  admin = await aPerson({ roles: ["admin"] });
  ana = await aPerson({ admitted: "host-invitation", department: "Sales" });
  await provideFeatures();
});

const as = async (id: PersonId) => createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "features" });
const has = async (id: PersonId, key: string) => (await viewerFor(id)).features.has(key);

describe("a feature that opens later", () => {
  test("is not there yet, can be tried by whoever wants to, and left again", async () => {
    await expect((await as(ana)).feedback.roadmap()).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
    await (await as(ana)).features.choose({ feature: "roadmap", choice: "in" });
    expect(await (await as(ana)).feedback.roadmap()).toBeDefined();
    expect((await (await as(admin)).features.list()).find(({ key }) => key === "roadmap")?.triedBy).toBe(1);
    await (await as(ana)).previews.leaveAll();
    expect(await has(ana, "roadmap")).toBe(false);
  });

  test("opens for a cohort at the next request, and the trail says who did it", async () => {
    const rule = { feature: "roadmap", stage: "founding", kind: "department", name: "Sales" } as const;
    await (await as(admin)).features.rule({ ...rule, state: "on" });
    expect(await has(ana, "roadmap")).toBe(true);
    await (await as(admin)).features.rule({ ...rule, state: "on" });
    await (await as(admin)).features.rule({ ...rule, state: "default" });
    expect(await has(ana, "roadmap")).toBe(false);
    const told = await reader().select().from(event).where(eq(event.name, "feature.ruled"));
    expect(told.map((one) => [one.actorId, one.payload.to])).toEqual([
      [admin, "on"],
      [admin, null],
    ]);
  });

  test("is offered for a cohort with a name only", async () => {
    const nameless = { feature: "roadmap", stage: "founding", kind: "site", name: " ", state: "on" } as const;
    await expect((await as(admin)).features.rule(nameless)).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });
});

test("what is shut is gone for everybody until it is let be, and shutting twice is a conflict", async () => {
  const desk = await as(admin);
  await desk.features.kill({ feature: "changelog", reason: "It shows too much." });
  expect(await has(admin, "changelog")).toBe(false);
  expect(await has(ana, "changelog")).toBe(false);
  await expect((await as(ana)).feedback.news({})).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
  await expect(desk.features.kill({ feature: "changelog", reason: "Again." })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  expect((await desk.features.list()).find(({ key }) => key === "changelog")?.killed).toMatchObject({
    reason: "It shows too much.",
  });
  await desk.features.revive({ feature: "changelog" });
  expect(await has(ana, "changelog")).toBe(true);
  await expect(desk.features.revive({ feature: "changelog" })).rejects.toMatchObject({ code: "CONFLICT" });
});

describe("asked by the standard interface", () => {
  const client = OpenFeature.getClient();

  test("a person has what their passport says", async () => {
    for (const key of ["roadmap", "changelog", "promises"])
      for (const id of [ana, admin])
        expect(await client.getBooleanValue(key, false, { targetingKey: id })).toBe(await has(id, key));
  });

  test("what cannot be answered is the fallback, with the reason", async () => {
    const unknown = await client.getBooleanDetails("no-such-thing", true, { targetingKey: ana });
    expect(unknown).toMatchObject({ value: true, errorCode: ErrorCode.FLAG_NOT_FOUND });
    expect(await client.getBooleanDetails("roadmap", true)).toMatchObject({
      value: true,
      errorCode: ErrorCode.TARGETING_KEY_MISSING,
    });
    expect(await client.getStringDetails("roadmap", "a", { targetingKey: ana })).toMatchObject({
      value: "a",
      errorCode: ErrorCode.TYPE_MISMATCH,
    });
  });

  test("somebody who was suspended has nothing", async () => {
    const out = await aPerson({ state: "suspended" });
    expect(await client.getBooleanValue("changelog", true, { targetingKey: out })).toBe(false);
  });
});
