import { withDatabase } from "@tests/support/database";
import { acting, aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import { desc, eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { at, daysAfter, now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { event } from "@/platform/events/schema";
import { newId } from "@/platform/ids";
import { addComment } from "@/posts/actions/add-comment";
import { publishPost } from "@/posts/actions/publish-post";
import { joinRequest } from "../schema";
import { readGate } from "./gate";
import { waveRule } from "./schema";

withDatabase();

let host: PersonId;

beforeEach(async () => {
  await atStage("early");
  await transaction(async (tx) => {
    await tx.execute(sql`truncate ${person}, ${event}, ${waveRule} cascade`);
    await tx.insert(waveRule).values({ perDay: 20 });
  });
  host = await aPerson({ roles: ["host"], name: "Hannah" });
});

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

/** Somebody at the door who asked some days ago. */
async function waits(daysAgo: number): Promise<void> {
  const row = { id: newId<"join-request">(), personId: await aPerson(), askedAt: daysAfter(now(), -daysAgo) };
  await transaction((tx) => tx.insert(joinRequest).values(row));
}

/** Newcomers whose first words nobody answered, in the weeks that the gate looks at. */
async function unanswered(count: number) {
  const space = await aSpace({});
  const words = { kind: "discussion", title: "t", body: "b" } as const;
  for (let n = 0; n < count; n += 1) {
    const member = await aPerson({ admitted: "host-invitation" });
    await at(daysAfter(now(), -20), () => acting(member, (act) => publishPost(act, space, words)));
  }
}

/** The same, each answered within the hour. */
async function answered(count: number, day: number) {
  const space = await aSpace({});
  for (let n = 0; n < count; n += 1) {
    const member = await aPerson({ admitted: "host-invitation" });
    const words = { kind: "discussion", title: "Bread", body: `How long does dough number ${n} rest?` } as const;
    const post = await at(daysAfter(now(), day), () => acting(member, (act) => publishPost(act, space, words)));
    const body = `About ${n} hours and a night, in a cool place, as my neighbour does.`;
    await at(daysAfter(now(), day + 0.04), () => acting(host, (act) => addComment(act, post, { body })));
  }
}

test("waves stop when newcomers go unanswered; an admin lifts that with a reason, which is kept", async () => {
  const admin = await asked(await aPerson({ roles: ["admin"], name: "Ada" }));
  const api = await asked(host);
  await waits(5);
  await expect(admin.waves.liftPause({ reason: "Because." })).rejects.toMatchObject({ code: "CONFLICT" });
  await unanswered(30);
  const { plan, size } = await api.waves.desk({ size: 1 });
  const sent = api.waves.send({ size, plan });
  await expect(sent).rejects.toMatchObject({ cause: { code: "not-yet", key: "wavePaused" } });
  await transaction(readGate);
  const { pause, may } = await api.waves.desk({ size: 1 });
  expect(may.send).toBe(false);
  expect(pause?.sentence.fr).not.toBe("");
  await expect(api.waves.liftPause({ reason: "Because." })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(admin.waves.liftPause({ reason: " " })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  await admin.waves.liftPause({ reason: "They met in person." });
  await transaction(readGate);
  const lifted = { by: "Ada", reason: "They met in person." };
  expect((await api.waves.desk({ size: 1 })).pause).toMatchObject({ since: pause?.since, lifted });
  expect(await api.waves.send({ size, plan })).toEqual({ invited: 1 });
  const kept = await reader().select().from(event).where(eq(event.name, "wave.pause-lifted")).orderBy(desc(event.at));
  expect(kept[0]?.payload).toEqual({ reason: "They met in person." });
});

test("a pause ends with newcomers who are answered, not with there being too few to tell", async () => {
  const api = await asked(host);
  await waits(5);
  await unanswered(30);
  await transaction(readGate);
  const { pause } = await api.waves.desk({ size: 1 });
  expect(pause).not.toBeNull();
  // Nobody arrives while waves are paused, so half a year on nothing can be told of newcomers.
  await at(daysAfter(now(), 180), () => transaction(readGate));
  expect((await api.waves.desk({ size: 1 })).pause).toEqual(pause);
  await answered(12, 200);
  await at(daysAfter(now(), 210), () => transaction(readGate));
  expect((await api.waves.desk({ size: 1 })).pause).toBeNull();
  const told = await reader().select({ name: event.name }).from(event).where(sql`${event.name} like 'wave.%'`);
  expect(told.map(({ name }) => name).sort()).toEqual(["wave.paused", "wave.resumed"]);
  // Too few to tell stop nothing either.
  await at(daysAfter(now(), 400), () => transaction(readGate));
  expect((await api.waves.desk({ size: 1 })).pause).toBeNull();
});
