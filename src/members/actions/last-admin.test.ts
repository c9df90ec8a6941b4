import { withDatabase } from "@tests/support/database";
import { acting, aPerson } from "@tests/support/people";
import { and, eq, isNull, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { at, daysAfter, now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { event } from "@/platform/events/schema";
import { launchState } from "@/stages/schema";
import { person, personRole } from "../schema";
import type { PersonId, RoleSource } from "../shape";
import { syncRoles } from "../sign-in/actions/sync-roles";
import { endRole } from "./set-role";
import { suspendPerson } from "./suspend-person";

withDatabase();

beforeEach(async () => {
  await transaction(async (tx) => {
    await tx.execute(sql`truncate ${person}, ${event} cascade`);
    await tx.update(launchState).set({ twoAdmins: false });
  });
});

const two = () => transaction((tx) => tx.update(launchState).set({ twoAdmins: true }));

async function anAdmin(source: RoleSource): Promise<PersonId> {
  const id = await aPerson({ roles: ["admin"] });
  await transaction((tx) => tx.update(personRole).set({ source }).where(eq(personRole.personId, id)));
  return id;
}

/** What a sign-in does with the roles of somebody whom the directory gives none any more. */
const signsIn = (id: PersonId) => acting(id, (act) => syncRoles(act, id, []));

async function admins(): Promise<PersonId[]> {
  const open = and(eq(personRole.role, "admin"), isNull(personRole.until));
  const rows = await reader().selectDistinct({ id: personRole.personId }).from(personRole).where(open);
  return rows.map(({ id }) => id);
}

async function told(name: string) {
  return (await reader().select().from(event).where(eq(event.name, name))).map(({ subject, payload }) => [
    subject,
    payload,
  ]);
}

describe.each(["sso", "environment"] as const)("a sign-in without the role that came by %s", (source) => {
  test("keeps it for the last admin, says so once a time, and ends it when there is another", async () => {
    const ada = await anAdmin(source);
    await signsIn(ada);
    expect(await admins()).toEqual([ada]);
    expect(await told("role.ended")).toEqual([]);
    expect(await told("role.kept")).toEqual([[`person:${ada}`, { role: "admin", source }]]);
    const bea = await anAdmin("admin");
    await at(daysAfter(now(), 1), () => signsIn(ada));
    expect(await admins()).toEqual([bea]);
    expect(await told("role.ended")).toEqual([[`person:${ada}`, { role: "admin", source }]]);
  });

  test("keeps it for one of two where every step needs a second, and ends it for one of three", async () => {
    const [ada, bea] = [await anAdmin(source), await anAdmin("admin")];
    await two();
    await signsIn(ada);
    expect((await admins()).toSorted()).toEqual([ada, bea].toSorted());
    const cleo = await anAdmin("admin");
    await signsIn(ada);
    expect((await admins()).toSorted()).toEqual([bea, cleo].toSorted());
  });

  test("of two who come at once, one stays", async () => {
    const both = [await anAdmin(source), await anAdmin(source)];
    await Promise.all(both.map(signsIn));
    expect(await admins()).toHaveLength(1);
  });

  test("counts nobody who cannot sign in, and ends what another source gives as well", async () => {
    const [ada, bea] = [await anAdmin(source), await anAdmin("admin")];
    await transaction((tx) => tx.update(person).set({ state: "suspended" }).where(eq(person.id, bea)));
    await signsIn(ada);
    expect(await admins()).toContain(ada);
    await transaction((tx) => tx.insert(personRole).values(anotherRole(ada)));
    await signsIn(ada);
    expect(await told("role.ended")).toEqual([[`person:${ada}`, { role: "admin", source }]]);
    expect(await admins()).toContain(ada);
  });

  test("ends the role of a host, of whom there may be none", async () => {
    const hana = await aPerson({ roles: ["host"] });
    await transaction((tx) => tx.update(personRole).set({ source }).where(eq(personRole.personId, hana)));
    await signsIn(hana);
    expect(await told("role.ended")).toEqual([[`person:${hana}`, { role: "host", source }]]);
  });
});

function anotherRole(id: PersonId): typeof personRole.$inferInsert {
  const own = "01890000-0000-7000-8000-0000000000a1" as (typeof personRole.$inferInsert)["id"];
  return { id: own, personId: id, role: "admin", source: "admin", since: now() };
}

describe("an admin who would lock out the last admin", () => {
  const ways: readonly [string, (by: PersonId, of: PersonId) => Promise<unknown>][] = [
    ["by ending the role", (by, of) => acting(by, (act) => endRole(act, of, "admin", "admin"))],
    ["by suspending them", (by, of) => acting(by, (act) => suspendPerson(act, of, true))],
    ["by suspending them for days", (by, of) => acting(by, (act) => suspendPerson(act, of, true, daysAfter(now(), 3)))],
  ];
  test.each(ways)("%s is refused with words, and nothing is changed", async (_way, remove) => {
    const ada = await anAdmin("admin");
    await expect(remove(ada, ada)).rejects.toMatchObject({ code: "conflict", key: "lastAdmin" });
    const bea = await anAdmin("admin");
    await two();
    await expect(remove(ada, bea)).rejects.toMatchObject({ code: "conflict", key: "lastSecondAdmin" });
    expect((await admins()).toSorted()).toEqual([ada, bea].toSorted());
    await transaction((tx) => tx.update(launchState).set({ twoAdmins: false }));
    const settled = await Promise.allSettled([remove(ada, bea), remove(bea, ada)]);
    expect(settled.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});
