import { COMMUNITY_END, chanceFrom, communityOf, type Manners, some } from "@tests/support/communities";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Evaluation, evaluate } from "./evaluate";
import type { Facts } from "./facts";
import { type Act, historyOf } from "./history";
import type { Step } from "./rules";
import type { GateKey } from "./shape";

const DAY = 86_400_000;
const T = COMMUNITY_END;
const TEAM = ["host", "admin"].map((person) => ({ person, since: 0, until: null }));
const MEMBERS = 24;

const lively: Manners = { seed: 3, present: (week, chance) => some(Math.min(MEMBERS, 8 + week), 0.6, chance) };

/** Facts of a place that is well: four units, suggestions answered, an answer that says it would be missed. */
function healthy(more: Partial<Facts> = {}): Facts {
  const members = Array.from({ length: MEMBERS }, (_, n) => `m${n}`);
  const answered = (n: number) => ({ at: T - (40 - n) * DAY, by: "host", reasoned: true });
  return {
    units: new Map(members.map((id, n) => [id, `unit ${n % 4}`])),
    targeted: 4,
    suggestions: members.slice(0, 8).map((author, n) => ({
      author,
      at: T - (42 - n) * DAY,
      removedAt: null,
      recordedBy: null,
      answers: [{ ...answered(n), shipped: n < 4 }],
      meant: n < 4 ? [{ at: T - (30 - n) * DAY, yes: true }] : [],
    })),
    reports: [],
    offers: members.slice(4, 20).map((person) => ({ person, at: T - 10 * DAY })),
    rounds: [
      {
        at: T - 10 * DAY,
        until: T + 4 * DAY,
        asked: 24,
        answers: members.slice(0, 20).map((_, n) => ({ day: T - 9 * DAY, very: n < 12 })),
      },
    ],
    arrivals: members.map((person, n) => ({ person, inviter: `m${n % 5}`, asked: T - 50 * DAY, at: T - 50 * DAY })),
    ...more,
  };
}

function judge(
  facts: Facts | null,
  acts: readonly Act[] = communityOf(lively),
  step: Step = "founding",
  at = T,
): Evaluation {
  const options = { at, step, population: 30, team: TEAM, stageSince: null, facts };
  return evaluate(historyOf(acts), options);
}

function gate(evaluation: Evaluation, key: GateKey) {
  const found = evaluation.gates.find((one) => one.key === key);
  if (!found) throw new Error(key);
  return found;
}

const figure = (evaluation: Evaluation, key: GateKey, part: string) =>
  gate(evaluation, key).parts.find((one) => one.key === part);

/** Newcomers: the community again, of people who began in its last six weeks. */
const young: Manners = { seed: 3, weeks: 6, opens: 1, present: (_week, chance) => some(MEMBERS, 0.8, chance) };

describe("a healthy place", () => {
  it.each([1, 2, 3])("passes breadth, co-builders, would be missed and word of mouth (seed %i)", (seed) => {
    const evaluation = judge(healthy(), communityOf({ ...young, seed }));
    for (const key of ["L11", "L12", "L13", "L14"] as const)
      expect([key, gate(evaluation, key)]).toMatchObject([key, { verdict: "pass" }]);
    expect(gate(evaluation, "L13").role).toBe("info");
    expect(gate(judge(healthy(), communityOf(young), "early"), "L13").role).toBe("core");
  });
});

describe("a sick one fails for its own reason:", () => {
  const members = [...healthy().units.keys()];
  it.each<[string, GateKey, string, Partial<Facts>]>([
    ["one department alone", "L11", "units", { units: new Map(members.map((id) => [id, "one"])) }],
    [
      "one department with two guests each elsewhere",
      "L11",
      "outside",
      { units: new Map(members.map((id, n) => [id, n < 4 ? `unit ${n % 2}` : "one"])) },
    ],
    ["nobody builds", "L12", "acted", { offers: [] }],
    [
      "shipped, and nobody says that it is what they meant",
      "L12",
      "shipped",
      { suggestions: healthy().suggestions.map((one) => ({ ...one, meant: [] })) },
    ],
    [
      "suggestions lie for weeks",
      "L12",
      "answered",
      { suggestions: healthy().suggestions.map((one) => ({ ...one, answers: [] })) },
    ],
    [
      "polite, and not missed",
      "L13",
      "very",
      {
        rounds: healthy().rounds.map((one) => ({
          ...one,
          answers: one.answers.map((a, n) => ({ ...a, very: n < 5 })),
        })),
      },
    ],
    ["few answer the question", "L13", "response", { rounds: healthy().rounds.map((one) => ({ ...one, asked: 60 })) }],
    [
      "only the campaign brings people",
      "L14",
      "share",
      { arrivals: healthy().arrivals.map((one) => ({ ...one, inviter: null })) },
    ],
    [
      "one dictated list of guests",
      "L14",
      "inviters",
      { arrivals: healthy().arrivals.map((one) => ({ ...one, inviter: "m1" })) },
    ],
  ])("%s", (_name, key, part, more) => {
    const evaluation = judge(healthy(more), communityOf(young));
    expect(gate(evaluation, key).verdict).toBe("notYet");
    expect(figure(evaluation, key, part)?.holds).toBe(false);
    for (const other of (["L11", "L12", "L13", "L14"] as const).filter((one) => one !== key))
      expect(gate(evaluation, other).verdict).toBe("pass");
  });

  it("what the team does itself is nobody's: its suggestions, its guests, its offers", () => {
    const facts = healthy();
    const byTeam = healthy({
      suggestions: facts.suggestions.map((one) => ({ ...one, author: "host" })),
      offers: facts.offers.map((one) => ({ ...one, person: "admin" })),
      arrivals: facts.arrivals.map((one) => ({ ...one, inviter: "host" })),
    });
    const evaluation = judge(byTeam, communityOf(young));
    expect(gate(evaluation, "L12").verdict).toBe("tooEarly");
    expect(figure(evaluation, "L12", "acted")?.value).toBeLessThan(0.5);
    expect(figure(evaluation, "L14", "inviters")?.value).toBe(0);
  });

  it("a report of what was tried is an act as an offer is, and a person acts once however much they do", () => {
    const { offers } = healthy();
    const tried = judge(healthy({ offers: [], reports: offers }), communityOf(young));
    const both = judge(healthy({ reports: offers }), communityOf(young));
    const acted = figure(judge(healthy(), communityOf(young)), "L12", "acted");
    expect([figure(tried, "L12", "acted"), figure(both, "L12", "acted")]).toEqual([acted, acted]);
    const ofTeam = healthy({ offers: [], reports: offers.map((one) => ({ ...one, person: "host" })) });
    const none = figure(judge(healthy({ offers: [] }), communityOf(young)), "L12", "acted");
    expect(figure(judge(ofTeam, communityOf(young)), "L12", "acted")).toEqual(none);
  });

  it("a yes counts for what stands: not one of before it was shipped, not after a no, not while it is reopened", () => {
    const wishes = healthy().suggestions.slice(0, 4);
    const shipped = (more: (at: number) => Partial<(typeof wishes)[number]>) =>
      figure(
        judge(healthy({ suggestions: wishes.map((one) => ({ ...one, ...more(one.answers[0]?.at ?? 0) })) })),
        "L12",
        "shipped",
      )?.value;
    expect(shipped(() => ({}))).toBe(4);
    expect(shipped((at) => ({ meant: [{ at: at - 1, yes: true }] }))).toBe(0);
    expect(shipped((at) => ({ meant: [1, 2].map((n) => ({ at: at + n, yes: n === 1 })) }))).toBe(0);
    expect(shipped(() => ({ meant: [{ at: T, yes: true }] }))).toBe(0);
    const reopened = { by: "host", shipped: false, reasoned: true };
    expect(
      shipped((at) => ({
        answers: [
          { ...reopened, at, shipped: true },
          { ...reopened, at: at + DAY },
        ],
      })),
    ).toBe(0);
  });

  it("what one person wrote down and shipped on one day is no credit", () => {
    const own = healthy().suggestions.map((one) => ({
      ...one,
      recordedBy: "host",
      answers: [{ at: one.at + 60_000, by: "host", shipped: true, reasoned: true }],
      meant: [{ at: one.at + DAY, yes: true }],
    }));
    expect(figure(judge(healthy({ suggestions: own })), "L12", "shipped")?.value).toBe(0);
  });
});

describe("on any facts", () => {
  it("what is not known is not measured and holds nothing back", () => {
    const evaluation = judge(null);
    for (const key of ["L11", "L12", "L13", "L14"] as const)
      expect(gate(evaluation, key)).toMatchObject({ role: "info", verdict: "notMeasured", parts: [] });
    expect(gate(judge(healthy({ units: new Map() })), "L11")).toMatchObject({ verdict: "notMeasured", lacks: "units" });
  });

  it("nobody who was asked is too early to tell, which holds the second stage back", () => {
    const evaluation = judge(healthy({ rounds: [] }), communityOf(young), "early");
    expect(gate(evaluation, "L13")).toMatchObject({ role: "core", verdict: "tooEarly" });
    expect(evaluation.blocking).toContain("L13");
  });

  it("what comes later changes nothing, and today's answers count tomorrow", () => {
    const at = T - 20 * DAY;
    const facts = healthy();
    const until = (one: { at: number }) => one.at < at;
    const then: Facts = {
      ...facts,
      suggestions: facts.suggestions
        .filter(until)
        .map((one) => ({ ...one, answers: one.answers.filter(until), meant: one.meant.filter(until) })),
      offers: facts.offers.filter(until),
      reports: facts.reports.filter(until),
      rounds: facts.rounds.filter(until),
      arrivals: facts.arrivals.filter(until),
    };
    const acts = communityOf(young);
    expect(judge(facts, acts, "founding", at)).toEqual(judge(then, acts, "founding", at));
    const day = Math.floor(T / DAY) * DAY;
    const today = healthy({
      rounds: [
        {
          at: T - DAY,
          until: T + 13 * DAY,
          asked: 20,
          answers: healthy().rounds[0]?.answers.map((a) => ({ ...a, day })) ?? [],
        },
      ],
    });
    expect(figure(judge(today), "L13", "very")).toMatchObject({ value: null, n: 0 });
  });

  it("one answer fewer than the least leaves no percentage to show", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 99 }), (n, seed) => {
        const chance = chanceFrom(seed);
        const answers = Array.from({ length: n }, () => ({ day: T - 9 * DAY, very: chance() < 0.5 }));
        const evaluation = judge(healthy({ rounds: [{ at: T - 10 * DAY, until: T + 4 * DAY, asked: 30, answers }] }));
        const values = gate(evaluation, "L13").parts.map(({ value }) => value);
        expect(values.every((value) => (value === null) === n < 12)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
