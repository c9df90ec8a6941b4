import { COMMUNITY_END, communityOf, some } from "@tests/support/communities";
import { withDatabase } from "@tests/support/database";
import { aPerson, atStage } from "@tests/support/people";
import { written } from "@tests/support/written";
import { beforeAll, describe, expect, it } from "vitest";
import type { PersonId } from "@/members/shape";
import { at as atMoment } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { launchState } from "@/stages/schema";
import { assess } from "./assess";
import { type Act, historyOf } from "./history";
import { loadHistory, teamNamed } from "./load";
import { readinessAt, settingAt } from "./queries";
import { readinessShape } from "./shape";

withDatabase();

const DAY = 86_400_000;
const AT = new Date(COMMUNITY_END);
const ACTS = communityOf({ seed: 5, weeks: 60, present: (_week, chance) => some(16, 0.6, chance) });
const people = new Map<string, PersonId>();

let acts: Act[] = [];
beforeAll(async () => {
  acts = await atMoment(new Date(COMMUNITY_END - 400 * DAY), () => written(ACTS, people));
});

describe("readiness from the database", () => {
  it("equals readiness of the same acts in memory, at any moment, with and without the years before", async () => {
    const { team } = await teamNamed(reader(), ["host@test.example"]);
    for (const daysAgo of [0, 30, 200, 390]) {
      const at = COMMUNITY_END - daysAgo * DAY;
      const options = {
        at,
        stage: "founding" as const,
        population: null,
        team,
        teamFrom: "named" as const,
        stageSince: null,
      };
      const expected = assess(historyOf(acts), options);
      expect(assess(await loadHistory(reader(), at), options)).toEqual(expected);
      expect(assess(await loadHistory(reader(), at, { everything: true }), options)).toEqual(expected);
      const guessed = { ...options, team: null };
      expect(assess(await loadHistory(reader(), at), guessed)).toEqual(assess(historyOf(acts), guessed));
    }
  });

  it("fits the shape that the router gives out", async () => {
    const found = readinessShape.parse(await readinessAt(reader(), { at: AT, stage: "founding" }));
    expect(found.gates.map((gate) => gate.key)).toHaveLength(14);
    expect(found).toMatchObject({ stage: "founding", next: "early", team: "guessed", population: null });
  });

  it("lets a skip out of groundwork pass by nothing that an open stage asks, and an import by what it cannot tell", async () => {
    const since = new Date(COMMUNITY_END - DAY);
    const skipped = async (ask: object) => {
      const { ready, blocking } = await readinessAt(reader(), { at: AT, stage: "early", ...ask });
      return { ready, keys: blocking.map(({ key }) => key) };
    };
    const imported = await skipped({});
    for (const key of ["L11", "L12", "L13", "council"]) expect(imported.keys).not.toContain(key);
    await transaction((tx) => tx.update(launchState).set({ since }));
    const { ready, keys } = await skipped({});
    expect(ready).toBe(false);
    expect(keys).toEqual(expect.arrayContaining(["L11", "L12", "L13", "council", "answering"]));
    const { team } = await teamNamed(reader(), ["host@test.example"]);
    expect(await skipped({ team })).toEqual(imported);
    const { gates, blocking } = await readinessAt(reader(), { at: AT });
    expect(gates.every(({ role }) => role === "info")).toBe(true);
    expect(blocking).toEqual([]);
    await transaction((tx) => tx.update(launchState).set({ since: new Date() }));
  });

  it("says what it does not know of a time before the present stage", async () => {
    expect(await settingAt(reader(), { at: new Date(COMMUNITY_END - 300 * DAY) })).toMatchObject({
      stage: "founding",
      stageSince: null,
      population: null,
      team: null,
    });
  });

  it("counts those with access at the present stage, and knows the team by its roles", async () => {
    await atStage("founding");
    const later = new Date(Date.now() + DAY);
    await atMoment(later, () => aPerson({ roles: ["host"] }));
    const setting = await settingAt(reader(), { at: new Date(later.getTime() + DAY) });
    expect(setting.population).toBe(people.size + 1);
    expect(setting.team).toHaveLength(1);
    expect(setting.stageSince).not.toBeNull();
    const skipped = await settingAt(reader(), { at: new Date(later.getTime() + DAY), stage: "early" });
    expect(skipped).toEqual({ ...setting, stage: "early" });
  });

  it("names the addresses that nobody has", async () => {
    const named = await teamNamed(reader(), ["host@test.example", 'no"body@test.example']);
    expect(named.unknown).toEqual(['no"body@test.example']);
    expect(named.team.map((span) => span.person)).toEqual([people.get("host")]);
  });
});
