import { withDatabase } from "@tests/support/database";
import { aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import { beforeAll, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import type { PersonId } from "@/members/shape";
import { newId } from "@/platform/ids";

withDatabase();
beforeAll(() => atStage("founding"));

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

test("a place is given to somebody who is there", async () => {
  const owner = await aPerson({ admitted: "host-invitation" });
  const space = await aSpace({ slug: "here", places: [[owner, "owner"]] });
  const api = await asked(owner);
  const nobody = newId<"person">();
  const suspended = await aPerson({ state: "suspended" });
  const gone = await aPerson({ state: "left" });
  for (const person of [nobody, suspended, gone])
    await expect(api.spaces.givePlace({ space, person, role: "member" })).rejects.toMatchObject({
      code: "BAD_REQUEST",
      cause: { fields: { person: ["field.noSuchPerson"] } },
    });
  const fine = await aPerson();
  await api.spaces.givePlace({ space, person: fine, role: "member" });
  expect((await api.spaces.members({ slug: "here" })).items.map((one) => one.id)).toEqual([owner, fine]);
});

test("of two owners who leave at once, one stays", async () => {
  const [one, two] = [await aPerson({ roles: ["host"] }), await aPerson({ roles: ["host"] })];
  const space = await aSpace({
    places: [
      [one, "owner"],
      [two, "owner"],
    ],
  });
  const calls = [await asked(one), await asked(two)];
  const done = await Promise.allSettled(calls.map((api) => api.spaces.leave({ space })));
  expect(done.filter((each) => each.status === "fulfilled")).toHaveLength(1);
});
