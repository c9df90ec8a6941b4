import { withDatabase } from "@tests/support/database";
import { acting, aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import type { PersonId } from "@/members/shape";
import { personSignedIn } from "@/members/sign-in/events";
import { at, daysAfter, now } from "@/platform/clock";
import { reader } from "@/platform/database/client";
import { record } from "@/platform/events/event";
import { publishPost } from "@/posts/actions/publish-post";
import { currentStage } from "@/stages/queries";
import { flipStage } from "./actions/flip-stage";

withDatabase();

test("the history tells how many came in and how many came back, after 7 and 28 days, and before that nothing", async () => {
  await atStage("early");
  const admin = await aPerson({ roles: ["admin"] });
  const [once, again, late, never] = [await aPerson(), await aPerson(), await aPerson(), await aPerson()];
  const room = await aSpace({ opensAt: "groundwork", places: [[admin, "owner"]] });
  const { version } = await currentStage(reader());
  const start = now();
  const day = (count: number) => daysAfter(start, count);
  const input = { to: "general", version, reason: "Ready.", override: "Ready." } as const;
  const { effect } = await at(start, () => acting(admin, (act) => flipStage(act, input)));
  expect(effect.gained).toBe(4);
  const signIn = (id: PersonId, when: number) =>
    at(day(when), () => acting(id, (act) => record(act, personSignedIn, id, { issuer: "idp", first: false })));
  const write = (id: PersonId, when: number) =>
    at(day(when), () => acting(id, (act) => publishPost(act, room, { kind: "discussion", title: "A", body: "B" })));
  await signIn(once, 1);
  await write(once, 1.1);
  await signIn(again, 1);
  await write(again, 3);
  await signIn(late, 10);
  await write(late, 12);
  await write(once, 30);
  const told = (when: number) =>
    at(day(when), async () => {
      const caller = createCaller({ viewer: await viewerFor(admin), locale: "en", requestId: "test" });
      return (await caller.launch.history({})).items[0]?.after;
    });
  expect(await told(6.9)).toBeNull();
  expect(await told(7)).toEqual({ looked: 4, week: { came: 2, back: 1 }, month: null });
  expect(await told(28)).toEqual({ looked: 4, week: { came: 2, back: 1 }, month: { came: 3, back: 2 } });
  const [row] = await reader().execute<{ n: number }>(
    sql`select count(*)::int as n from event where actor_id = ${never}`,
  );
  expect(row?.n).toBe(0);
});
