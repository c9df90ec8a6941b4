import { withDatabase } from "@tests/support/database";
import { acting, aPerson, atStage, viewerFor, wereMet } from "@tests/support/people";
import { tellAll } from "@tests/support/telling";
import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { at, daysAfter, now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { event } from "@/platform/events/schema";
import { currentStage } from "@/stages/queries";
import { flipStage } from "./actions/flip-stage";
import { lookBack } from "./look-back";
import { flip } from "./schema";

withDatabase();

beforeEach(async () => {
  await transaction((tx) => tx.execute(sql`truncate ${person}, ${event}, ${flip} cascade`));
  await atStage("groundwork");
});

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

async function opened(override: string): Promise<PersonId> {
  const boss = await aPerson({ roles: ["admin"] });
  const { version } = await currentStage(reader());
  await acting(boss, (act) => flipStage(act, { to: "founding", version, reason: "", override }));
  return boss;
}

const reviews = async (boss: PersonId) =>
  (await (await asked(boss)).launch.history({})).items.map(({ review }) => review);

test("a step against the gates is looked back at four weeks later, once, and the team is told", async () => {
  const boss = await opened("The plant closes in May.");
  await transaction(lookBack);
  expect(await reviews(boss)).toEqual([null]);
  const people: PersonId[] = [];
  for (let n = 0; n < 5; n += 1) people.push(await aPerson({ admitted: "host-invitation" }));
  await at(daysAfter(now(), 29), async () => {
    await transaction(lookBack);
    await transaction(lookBack);
    await tellAll();
  });
  const [review] = await reviews(boss);
  expect(review?.gates).toMatchObject([
    { key: "G1", holds: true },
    { key: "G2", holds: false, sentence: { en: "Not yet: a talk is noted with none of 5. It takes 4." } },
  ]);
  const told = (await (await asked(boss)).notices.list({})).items.filter(({ why }) => why === "looked-back");
  expect(told).toHaveLength(1);
});

test("a step that the gates allowed is not looked back at", async () => {
  const people: PersonId[] = [];
  for (let n = 0; n < 5; n += 1) people.push(await aPerson({ admitted: "host-invitation" }));
  await wereMet(people);
  const boss = await opened("");
  await at(daysAfter(now(), 40), () => transaction(lookBack));
  expect(await reviews(boss)).toEqual([null]);
});
