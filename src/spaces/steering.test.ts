import { withDatabase } from "@tests/support/database";
import { acting, aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { reader, transaction } from "@/platform/database/client";
import { recount } from "./actions/give-place";
import { openSpace } from "./actions/open-space";
import { spaceFollow } from "./schema";

withDatabase();
beforeAll(() => atStage("founding"));

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

test("a host lets a department in: its people who are inside are there, counted, told why, and cannot leave", async () => {
  const host = await aPerson({ roles: ["host"] });
  const quality = await aPerson({ admitted: "host-invitation", department: "Quality" });
  const waiting = await aPerson({ department: "Quality" });
  const space = await aSpace({ slug: "quality", visibility: "request", places: [[host, "owner"]] });
  await (await asked(host)).spaces.addGroup({ space, group: "department:Quality" });
  const seen = await (await asked(quality)).spaces.bySlug({ slug: "quality" });
  expect(seen).toMatchObject({
    place: "member",
    group: { kind: "department", name: "Quality" },
    level: "threads",
    memberCount: 2,
    manyMembers: false,
    may: { read: true, leave: false, join: false, ask: false },
  });
  const { items } = await (await asked(quality)).spaces.members({ slug: "quality" });
  expect(items.map(({ id, own, group }) => [id, own, group?.name ?? null])).toEqual([
    [host, true, null],
    [quality, false, "Quality"],
  ]);
  expect(items.map(({ id }) => id)).not.toContain(waiting);
  const leaving = (await asked(quality)).spaces.leave({ space });
  await expect(leaving).rejects.toMatchObject({ cause: { key: "inByGroup" } });
  await (await asked(quality)).spaces.setLevel({ space, level: "nothing" });
  expect((await (await asked(quality)).spaces.bySlug({ slug: "quality" })).level).toBe("nothing");
  await atStage("general");
  expect((await (await asked(quality)).spaces.bySlug({ slug: "quality" })).memberCount).toBe(3);
  await atStage("founding");
  await (await asked(host)).spaces.removeGroup({ space, group: "department:Quality" });
  expect((await (await asked(quality)).spaces.bySlug({ slug: "quality" })).place).toBeNull();
});

test("an owner lets in the groups that they are in, a host any that somebody is in", async () => {
  const owner = await aPerson({
    admitted: "host-invitation",
    department: "Tools",
    groups: ["sso-tools"],
    site: "Lyon",
  });
  await aPerson({ department: "Sales", groups: ["sso-layoffs"] });
  const host = await aPerson({ roles: ["host"] });
  const space = await aSpace({ slug: "tools", places: [[owner, "owner"]], groups: [["site", "Lyon"]] });
  const own = await (await asked(owner)).spaces.settings({ slug: "tools" });
  expect(own.groups).toMatchObject([{ kind: "site", name: "Lyon", people: 1 }]);
  expect(own.choices.map(({ kind, name }) => `${kind}:${name}`)).toEqual(["department:Tools", "group:sso-tools"]);
  const all = await (await asked(host)).spaces.settings({ slug: "tools" });
  expect(all.choices.map(({ name }) => name)).toEqual(expect.arrayContaining(["Sales", "sso-layoffs", "Tools"]));
  const others = (await asked(owner)).spaces.addGroup({ space, group: "group:sso-layoffs" });
  await expect(others).rejects.toMatchObject({ cause: { fields: { group: ["field.noSuchGroup"] } } });
  const nobodys = (await asked(host)).spaces.addGroup({ space, group: "group:nobody" });
  await expect(nobodys).rejects.toMatchObject({ cause: { fields: { group: ["field.noSuchGroup"] } } });
  await (await asked(owner)).spaces.addGroup({ space, group: "group:sso-tools" });
  const twice = (await asked(host)).spaces.addGroup({ space, group: "group:sso-tools" });
  await expect(twice).rejects.toMatchObject({ cause: { key: "groupBringsAlready" } });
});

test("a choice of what one hears ends with the place", async () => {
  const one = await aPerson({ admitted: "host-invitation" });
  const space = await aSpace({ slug: "choice", places: [[one, "member"]] });
  await (await asked(one)).spaces.setLevel({ space, level: "mentions" });
  expect((await (await asked(one)).spaces.list({ of: "mine" })).items[0]).toMatchObject({ level: "mentions" });
  await (await asked(one)).spaces.leave({ space });
  expect(await reader().select().from(spaceFollow).where(eq(spaceFollow.personId, one))).toEqual([]);
});

test("whoever is suspended is not counted among the people of a space", async () => {
  const [one, other] = [await aPerson({ roles: ["host"] }), await aPerson()];
  const space = await aSpace({
    slug: "count",
    places: [
      [one, "owner"],
      [other, "member"],
    ],
  });
  await transaction((tx) => tx.update(person).set({ state: "suspended" }).where(eq(person.id, other)));
  await transaction((tx) => recount(tx, other));
  expect((await (await asked(one)).spaces.bySlug({ slug: "count" })).memberCount).toBe(1);
  await (await asked(one)).spaces.takePlace({ space, person: other });
  expect((await (await asked(one)).spaces.bySlug({ slug: "count" })).memberCount).toBe(1);
});

test("the last owner who is still here does not leave, and is told so beforehand", async () => {
  const [one, gone] = [await aPerson({ admitted: "host-invitation" }), await aPerson({ state: "left" })];
  const space = await aSpace({
    slug: "last",
    places: [
      [one, "owner"],
      [gone, "owner"],
    ],
  });
  expect(await (await asked(one)).spaces.bySlug({ slug: "last" })).toMatchObject({ owned: true, lastOwner: true });
  const leaving = (await asked(one)).spaces.leave({ space });
  await expect(leaving).rejects.toMatchObject({ cause: { key: "lastOwner" } });
});

test("a private space takes no address that others would be refused, and is found by nobody who guesses", async () => {
  const [owner, host] = [await aPerson({ roles: ["host"] }), await aPerson({ roles: ["host"] })];
  const wish = { slug: "merger", name: "Merger", purpose: "", visibility: "private", opensAt: "founding" } as const;
  const made = await acting(owner, (act) => openSpace(act, wish));
  expect(made.slug).toMatch(/^merger-[0-9a-f]{8}$/);
  await expect((await asked(host)).spaces.bySlug({ slug: "merger" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  const open = { ...wish, visibility: "open" } as const;
  expect(await (await asked(host)).spaces.open(open)).toMatchObject({ slug: "merger" });
});
