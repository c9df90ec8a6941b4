import { withDatabase } from "@tests/support/database";
import { changedFor, type Leak, listsFor, searchAs, tellers, walkAs } from "@tests/support/leaks/ask";
import { type Kind, SEES_NO_CHANGE } from "@tests/support/leaks/oracle";
import { everything, type Plan, plan, SEED } from "@tests/support/leaks/plan";
import { RECIPES, SEARCHES } from "@tests/support/leaks/recipes";
import { changePeople, later, makeHouse, plantAll } from "@tests/support/leaks/world";
import fc from "fast-check";
import { expect, test } from "vitest";
import { at } from "@/platform/clock";

withDatabase();

test("every procedure that tells something has questions to ask it, and no question is left over", () => {
  expect(Object.keys(RECIPES).sort()).toEqual([...tellers].sort());
  for (const path of Object.keys(SEARCHES)) expect(tellers).toContain(path);
});

/** Grows a world and looks for its words as everybody else; gives what somebody learned that is not for them. */
async function lookFor(one: Plan): Promise<{ leaks: Leak[]; unseen: string[] }> {
  const garden = await makeHouse(one);
  const before = new Map<Kind, Record<string, string>>();
  const unchanged = one.closed === "private" ? one.lookers.filter(SEES_NO_CHANGE) : [];
  const present = later(5);
  await at(present, async () => {
    await changePeople(garden.cast, "after");
    for (const kind of unchanged) before.set(kind, await listsFor(garden, kind));
    await changePeople(garden.cast, "before");
  });
  await plantAll(garden);
  const seen = new Set<string>();
  const leaks: Leak[] = [];
  await at(present, async () => {
    // To whoever never read the room, the house is word for word the one in which nothing was planted.
    for (const [kind, lists] of before) leaks.push(...changedFor(kind, lists, await listsFor(garden, kind)));
    for (const kind of one.lookers) leaks.push(...(await walkAs(garden, kind, seen)));
    for (const kind of one.lookers) leaks.push(...(await searchAs(garden, kind)));
  });
  const planted = garden.plants.filter(({ isGone }) => !isGone);
  return { leaks, unseen: planted.flatMap(({ place }) => (seen.has(place) ? [] : [place])) };
}

test("a word of a room in which there is everything is told to those whom it is for, and to nobody else", async () => {
  // Each word is met by somebody as well, so that no question goes past it.
  expect(await lookFor(everything("private"))).toEqual({ leaks: [], unseen: [] });
}, 180_000);

test("a word of any closed room, of the team's board, of a profile or a draft is told to nobody else", async () => {
  const holds = fc.asyncProperty(plan, async (one) => {
    expect((await lookFor(one)).leaks).toEqual([]);
  });
  await fc.assert(holds, { seed: SEED, numRuns: 5, endOnFailure: true });
}, 180_000);
