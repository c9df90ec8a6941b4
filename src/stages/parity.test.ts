import { withDatabase } from "@tests/support/database";
import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { person, personRole } from "@/members/schema";
import { PERSON_STATES, type PersonId, ROLES } from "@/members/shape";
import { daysAfter, now } from "@/platform/clock";
import { reader, type Tx, transaction } from "@/platform/database/client";
import { DAY } from "@/platform/durations";
import { newId } from "@/platform/ids";
import { admittedAt } from "./admitted";
import { reasonAt } from "./reasons";
import { admission } from "./schema";
import { ADMISSION_KINDS, STAGES } from "./shape";
import { standingOf } from "./standing";

withDatabase();

class RollBack extends Error {}

const place = fc.constantFrom("", "Sales", "R&D", "Lyon", 'it\'s, "quoted" {x}');
const days = fc.integer({ min: -3, max: 3 });
const someone = fc.record({
  state: fc.constantFrom(...PERSON_STATES),
  department: place,
  site: place,
  groups: fc.uniqueArray(place, { maxLength: 2 }),
  roles: fc.uniqueArray(fc.record({ role: fc.constantFrom(...ROLES), ended: fc.boolean() }), {
    maxLength: 2,
    selector: ({ role }) => role,
  }),
  admissions: fc.array(
    fc.record({
      kind: fc.constantFrom(...ADMISSION_KINDS),
      expires: fc.option(days),
      accepted: fc.boolean(),
      revoked: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
});
type Someone = typeof someone extends fc.Arbitrary<infer T> ? T : never;
const audiences = fc.record({
  departments: fc.uniqueArray(place, { maxLength: 2 }),
  sites: fc.uniqueArray(place, { maxLength: 2 }),
  groups: fc.uniqueArray(place, { maxLength: 2 }),
});

async function placed(tx: Tx, wish: Someone, moment: Date): Promise<PersonId> {
  const id = newId<"person">();
  const before = daysAfter(moment, -10);
  const { state, department, site, groups } = wish;
  await tx.insert(person).values({ id, displayName: "Somebody", state, department, site, groups, createdAt: before });
  for (const { role, ended } of wish.roles)
    await tx.insert(personRole).values({
      id: newId<"person-role">(),
      personId: id,
      role,
      source: "admin",
      since: before,
      until: ended ? daysAfter(moment, -1) : null,
    });
  for (const fact of factsOf(wish, moment))
    await tx.insert(admission).values({ ...fact, id: newId<"admission">(), personId: id });
  return id;
}

/** In the order of kinds, in which the sentence about a person with several is chosen. */
function factsOf(wish: Someone, moment: Date) {
  return wish.admissions
    .toSorted((a, b) => ADMISSION_KINDS.indexOf(a.kind) - ADMISSION_KINDS.indexOf(b.kind))
    .map((fact) => ({
      kind: fact.kind,
      grantedAt: daysAfter(moment, -5),
      // Never at the moment itself: an invitation may end a millisecond before or after it.
      expiresAt: fact.expires === null ? null : new Date(moment.getTime() + fact.expires * DAY + 1),
      acceptedAt: fact.accepted ? daysAfter(moment, -2) : null,
      revokedAt: fact.revoked ? daysAfter(moment, -1) : null,
    }));
}

test("who is inside, and why, is the same in the decision and in the filter", async () => {
  const moment = now();
  let inside = 0;
  const property = fc.asyncProperty(
    fc.array(someone, { minLength: 1, maxLength: 12 }),
    audiences,
    async (crowd, audience) => {
      const undone = transaction(async (tx) => {
        const ids: PersonId[] = [];
        for (const wish of crowd) ids.push(await placed(tx, wish, moment));
        for (const stage of STAGES) {
          const rows = await tx
            .select({
              id: person.id,
              admitted: sql<boolean>`${admittedAt(stage, audience, moment)}`,
              because: reasonAt(stage, audience, moment),
            })
            .from(person);
          const answers = new Map(rows.map((row) => [row.id, row]));
          crowd.forEach((wish, index) => {
            const roles = new Set(wish.roles.filter(({ ended }) => !ended).map(({ role }) => role));
            const admissions = factsOf(wish, moment).map((fact) => ({ ...fact, byName: null }));
            const standing = standingOf({ ...wish, roles, admissions }, stage, audience, moment);
            const row = answers.get(ids[index] ?? newId<"person">());
            expect({ admitted: row?.admitted, because: row?.because }, `${stage} ${JSON.stringify(wish)}`).toEqual({
              admitted: standing.admitted,
              because: standing.admitted ? standing.because : null,
            });
            inside += Number(standing.admitted);
          });
        }
        throw new RollBack();
      });
      await expect(undone).rejects.toBeInstanceOf(RollBack);
    },
  );
  await fc.assert(property, { numRuns: 40 });
  expect(inside).toBeGreaterThan(50);
});

test("an admin is inside at every stage, unless suspended", async () => {
  for (const stage of STAGES) {
    const facts = { roles: new Set(["admin"] as const), department: "", site: "", groups: [], admissions: [] };
    const nobody = { departments: [], sites: [], groups: [] };
    expect(standingOf({ ...facts, state: "active" }, stage, nobody, now()).admitted).toBe(true);
    expect(standingOf({ ...facts, state: "suspended" }, stage, nobody, now()).admitted).toBe(false);
  }
  expect(await reader().select().from(person).where(eq(person.displayName, "Somebody"))).toEqual([]);
});
