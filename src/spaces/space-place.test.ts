import { withDatabase } from "@tests/support/database";
import { aPerson, aSpace } from "@tests/support/people";
import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { person } from "@/members/schema";
import { PERSON_STATES, type PersonId } from "@/members/shape";
import { now } from "@/platform/clock";
import { reader, type Tx, transaction } from "@/platform/database/client";
import { newId } from "@/platform/ids";
import { space, spaceFollow, spaceGroup, spaceMember, spacePlace } from "./schema";
import { FOLLOW_LEVELS, GROUP_KINDS, SPACE_ROLES, type SpaceId } from "./shape";

withDatabase();

class RollBack extends Error {}

const name = fc.constantFrom("Sales", "R&D", "Lyon", 'it\'s, "quoted" {x}');
const perhaps = fc.oneof(fc.constant(""), name);
const someone = fc.record({
  state: fc.constantFrom("active", ...PERSON_STATES),
  department: perhaps,
  site: perhaps,
  groups: fc.uniqueArray(name, { maxLength: 3 }),
  role: fc.option(fc.constantFrom(...SPACE_ROLES)),
  level: fc.option(fc.constantFrom(...FOLLOW_LEVELS)),
});
type Someone = typeof someone extends fc.Arbitrary<infer T> ? T : never;
const groups = fc.uniqueArray(fc.record({ kind: fc.constantFrom(...GROUP_KINDS), name }), {
  maxLength: 4,
  selector: (one) => `${one.kind} ${one.name}`,
});
type Group = { kind: (typeof GROUP_KINDS)[number]; name: string };

function isIn(one: Someone, group: Group): boolean {
  if (group.kind === "group") return one.groups.some((each) => each === group.name);
  return one[group.kind] === group.name;
}

/** What the view should say of a person, said again in plain words. */
function placeOf(one: Someone, steering: readonly Group[]) {
  if (one.state !== "active") return null;
  const because = steering.filter((group) => isIn(one, group)).map((group) => `${group.kind} ${group.name}`);
  if (one.role === null && because.length === 0) return null;
  return {
    role: one.role ?? "member",
    because: because.length === 0 ? "joined" : "group",
    level: one.level ?? (one.role === "owner" ? "everything" : "threads"),
    groups: because,
  };
}

async function placed(tx: Tx, room: SpaceId, one: Someone): Promise<PersonId> {
  const id = newId<"person">();
  const { state, department, site } = one;
  await tx
    .insert(person)
    .values({ id, displayName: "Somebody", state, department, site, groups: one.groups, createdAt: now() });
  if (one.role !== null)
    await tx.insert(spaceMember).values({ spaceId: room, personId: id, role: one.role, joinedAt: now() });
  if (one.level !== null) await tx.insert(spaceFollow).values({ spaceId: room, personId: id, level: one.level });
  return id;
}

async function aRoom(tx: Tx, steering: readonly Group[]): Promise<SpaceId> {
  const id = newId<"space">();
  await tx
    .insert(space)
    .values({ id, slug: `room-${id.slice(-12)}`, name: "Room", visibility: "open", createdAt: now() });
  for (const group of steering) await tx.insert(spaceGroup).values({ spaceId: id, ...group, addedAt: now() });
  return id;
}

function expectPlace(asked: (typeof spacePlace.$inferSelect)[], wanted: ReturnType<typeof placeOf>): void {
  expect(asked).toHaveLength(wanted === null ? 0 : 1);
  const [row] = asked;
  if (row === undefined || wanted === null) return;
  expect(row).toMatchObject({ role: wanted.role, because: wanted.because, level: wanted.level });
  if (wanted.because === "group") expect(wanted.groups).toContain(`${row.groupKind} ${row.groupName}`);
  else expect(row).toMatchObject({ groupKind: null, groupName: null });
}

test("everybody who is in a space is there once, with role, reason and level, and nobody else is", async () => {
  const property = fc.asyncProperty(
    fc.array(someone, { minLength: 1, maxLength: 10 }),
    groups,
    async (crowd, steering) => {
      const undone = transaction(async (tx) => {
        const room = await aRoom(tx, steering);
        const ids: PersonId[] = [];
        for (const one of crowd) ids.push(await placed(tx, room, one));
        const rows = await tx.select().from(spacePlace).where(eq(spacePlace.spaceId, room));
        for (const [index, one] of crowd.entries()) {
          const id = ids[index] ?? newId<"person">();
          const asked = await tx.select().from(spacePlace).where(eq(spacePlace.personId, id));
          expect(rows.filter((row) => row.personId === id)).toEqual(asked);
          expectPlace(asked, placeOf(one, steering));
        }
        throw new RollBack();
      });
      await expect(undone).rejects.toBeInstanceOf(RollBack);
    },
  );
  await fc.assert(property, { numRuns: 60 });
});

test("a place by a group comes and goes with the group, and nothing is left of it", async () => {
  const room = await aSpace({ groups: [["department", "Quality"]] });
  const id = await aPerson({ department: "Quality" });
  const place = () =>
    reader()
      .select({ because: spacePlace.because, name: spacePlace.groupName })
      .from(spacePlace)
      .where(and(eq(spacePlace.spaceId, room), eq(spacePlace.personId, id)));
  expect(await place()).toEqual([{ because: "group", name: "Quality" }]);
  await transaction((tx) => tx.update(person).set({ department: "Sales" }).where(eq(person.id, id)));
  expect(await place()).toEqual([]);
  await transaction((tx) => tx.update(person).set({ department: "Quality" }).where(eq(person.id, id)));
  await transaction((tx) => tx.delete(spaceGroup).where(eq(spaceGroup.spaceId, room)));
  expect(await place()).toEqual([]);
});
