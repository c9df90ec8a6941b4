import { COMMUNITY_END, communityOf, some } from "@tests/support/communities";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EvaluateOptions, type Evaluation, evaluate } from "./evaluate";
import { type Act, historyOf } from "./history";
import { STEPS } from "./rules";
import type { GateKey, Part } from "./shape";

const DAY = 86_400_000;
const T = COMMUNITY_END;
const TEAM = ["t0", "t1"].map((person) => ({ person, since: 0, until: null }));
const OPTIONS: EvaluateOptions = { at: T, step: "founding", population: 20, team: TEAM, stageSince: T - 200 * DAY };

/** A history in which cause comes before effect: each reply answers something earlier. */
const seedOfAct = fc.record({
  who: fc.integer({ min: 0, max: 13 }),
  daysAgo: fc.double({ min: -10, max: 100, noNaN: true }),
  answers: fc.option(fc.nat(), { nil: undefined, freq: 4 }),
  wordCount: fc.constantFrom(0, 1, 5, 40),
  removedAfter: fc.option(fc.double({ min: 0, max: 60, noNaN: true }), { nil: undefined, freq: 12 }),
});
type Seed = typeof seedOfAct extends fc.Arbitrary<infer S> ? S : never;

function actsOf(seeds: readonly Seed[], name = "a", who = (n: number) => (n > 11 ? `t${n - 12}` : `m${n}`)): Act[] {
  const acts: Act[] = [];
  for (const seed of [...seeds].sort((a, b) => b.daysAgo - a.daysAgo)) {
    const parent = seed.answers === undefined || acts.length === 0 ? undefined : acts[seed.answers % acts.length];
    const id = `${name}${acts.length}`;
    const at = T - seed.daysAgo * DAY;
    acts.push({
      id,
      kind: parent ? "reply" : "conversation",
      author: who(seed.who),
      at,
      conversation: parent ? parent.conversation : id,
      parent: parent?.id ?? null,
      words: seed.wordCount,
      print: acts.length + 1,
      removedAt: seed.removedAfter === undefined ? null : at + seed.removedAfter * DAY,
    });
  }
  return acts;
}

const lively = fc.integer({ min: 1, max: 100_000 }).map((seed) =>
  communityOf({ seed, present: (_week, chance) => some(14, 0.3 + (seed % 7) / 10, chance), byMembers: 0.5 }).map(
    (act) => ({
      ...act,
      author: { host: "t0", admin: "t1" }[act.author] ?? act.author,
    }),
  ),
);
const scattered = fc.array(seedOfAct, { minLength: 0, maxLength: 150 }).map((seeds) => actsOf(seeds));
const anyActs = fc.oneof(lively, scattered);
const runs = { numRuns: 150 };

function judge(acts: readonly Act[], options: Partial<EvaluateOptions> = {}): Evaluation {
  return evaluate(historyOf(acts), { ...OPTIONS, ...options });
}

function gate(evaluation: Evaluation, key: GateKey) {
  return evaluation.gates.find((one) => one.key === key);
}

function part(evaluation: Evaluation, key: GateKey, name: string): Part | undefined {
  return gate(evaluation, key)?.parts.find((one) => one.key === name);
}

/** The figures of some gates before and after a change, where both can be told; and whether each holds. */
function pairs(before: Evaluation, after: Evaluation, keys: readonly GateKey[]) {
  return keys.flatMap((key) =>
    (gate(before, key)?.parts ?? []).map((was) => {
      const is = part(after, key, was.key);
      return {
        held: was.holds,
        holds: is?.holds === true,
        values: [was.value, is?.value ?? null] as const,
        lows: [was.low, is?.low ?? null] as const,
      };
    }),
  );
}

const both = (pair: readonly [number | null, number | null]): pair is readonly [number, number] =>
  pair[0] !== null && pair[1] !== null;

/** The verdicts of gates that passed after a change, before it. */
function passedBefore(before: Evaluation, after: Evaluation, exempt: ReadonlySet<GateKey> = new Set()) {
  return after.gates
    .filter(({ key, verdict }) => verdict === "pass" && !exempt.has(key))
    .map(({ key }) => [key, gate(before, key)?.verdict]);
}

/** What a page could show of the gates that are too early to tell. */
function shownTooEarly(evaluation: Evaluation): unknown[] {
  return evaluation.gates
    .filter(({ verdict }) => verdict === "tooEarly")
    .flatMap(({ parts }) => parts)
    .filter(({ unit }) => ["share", "ratio", "voices"].includes(unit))
    .flatMap(({ value, low, holds }) => (value === null && low === null && !holds ? [] : [value]));
}

describe("the gates, on any history:", () => {
  it("what the team writes, and answers among itself, turns no gate to pass", () => {
    fc.assert(
      fc.property(anyActs, fc.array(seedOfAct, { maxLength: 60 }), fc.constantFrom(...STEPS), (acts, more, step) => {
        const ofTeam = actsOf(more, "team", (n) => `t${n % 2}`);
        const before = judge(acts, { step });
        const after = judge([...acts, ...ofTeam], { step });
        for (const [key, verdict] of passedBefore(before, after)) expect([key, verdict]).toEqual([key, "pass"]);
      }),
      runs,
    );
  });

  it("what the team answers to members turns only those gates to pass that ask for answers", () => {
    const ofAnswers = new Set<GateKey>(["L5", "L6", "L7"]);
    fc.assert(
      fc.property(anyActs, fc.array(fc.nat(), { minLength: 1, maxLength: 40 }), (acts, targets) => {
        const replies = targets.flatMap((target, n): Act[] => {
          const to = acts[target % acts.length];
          if (!to) return [];
          const at = to.at + (n % 9) * DAY;
          return [
            { id: `x${n}`, kind: "reply", author: "t0", at, conversation: to.conversation, parent: to.id, words: 9 },
          ];
        });
        const before = judge(acts);
        const after = judge([...acts, ...replies]);
        for (const [key, verdict] of passedBefore(before, after, ofAnswers))
          expect([key, verdict]).toEqual([key, "pass"]);
        const firsts = part(before, "L5", "byMembers");
        if (firsts?.n) expect(firsts.holds || !part(after, "L5", "byMembers")?.holds).toBe(true);
      }),
      runs,
    );
  });

  it("reactions and visits change nothing", () => {
    fc.assert(
      fc.property(anyActs, fc.array(seedOfAct, { maxLength: 60 }), (acts, more) => {
        const idle = actsOf(more, "i").map((act, n): Act => ({ ...act, kind: n % 2 === 0 ? "reaction" : "visit" }));
        expect(judge([...idle, ...acts])).toEqual(judge(acts));
      }),
      runs,
    );
  });

  it("the same messages twice are the same messages", () => {
    fc.assert(
      fc.property(anyActs, (acts) => {
        const copies = acts.map(
          (act): Act => ({
            ...act,
            id: `copy-${act.id}`,
            conversation: `copy-${act.conversation}`,
            parent: act.parent ? `copy-${act.parent}` : null,
          }),
        );
        expect(judge([...acts, ...copies])).toEqual(judge(acts));
      }),
      runs,
    );
  });

  it("everybody saying everything twice changes no figure but the size of the sample", () => {
    fc.assert(
      fc.property(anyActs, (acts) => {
        const echoes = acts.map(
          (act): Act => ({
            ...act,
            id: `echo-${act.id}`,
            conversation: `echo-${act.conversation}`,
            parent: act.parent ? `echo-${act.parent}` : null,
            print: 0,
          }),
        );
        const before = judge(acts);
        const after = judge([...acts, ...echoes]);
        const keys = ["L1", "L2", "L3", "L4", "L5", "L7", "L9", "L10"] as const;
        for (const { held, holds, values, lows } of pairs(before, after, keys)) {
          if (both(values)) expect(values[1]).toBeCloseTo(values[0], 9);
          if (both(lows)) expect(lows[1]).toBeGreaterThanOrEqual(lows[0] - 1e-12);
          expect(holds || !held).toBe(true);
        }
      }),
      runs,
    );
  });

  it("a sample that is too small leaves no share, ratio or index to show", () => {
    fc.assert(
      fc.property(anyActs, fc.nat(), fc.constantFrom(...STEPS), (acts, leaver, step) => {
        const people = [...new Set(acts.map((act) => act.author))];
        const gone = people[leaver % Math.max(1, people.length)];
        for (const history of [acts, acts.filter((act) => act.author !== gone)])
          expect(shownTooEarly(judge(history, { step }))).toEqual([]);
      }),
      runs,
    );
  });

  it("an event discount never raises a count", () => {
    const events = fc.array(fc.double({ min: -5, max: 70, noNaN: true }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(anyActs, events, (acts, daysAgo) => {
        const calendar = { leave: [], timeZone: "UTC", events: daysAgo.map((days) => T - days * DAY) };
        const plain = judge(acts);
        const discounted = judge(acts, { calendar });
        for (const { held, holds, values } of pairs(plain, discounted, ["L1", "L2", "L3", "L10"])) {
          if (both(values)) expect(values[1]).toBeLessThanOrEqual(values[0]);
          expect(held || !holds).toBe(true);
        }
      }),
      runs,
    );
  });

  it("what happened later does not change what was true", () => {
    fc.assert(
      fc.property(anyActs, fc.double({ min: 0, max: 60, noNaN: true }), (acts, daysAgo) => {
        const at = T - daysAgo * DAY;
        const then = acts
          .filter((act) => act.at < at)
          .map((act): Act => (act.removedAt && act.removedAt >= at ? { ...act, removedAt: null } : act));
        expect(judge(acts, { at })).toEqual(judge(then, { at }));
        expect(judge(acts, { at, team: null, stageSince: null })).toEqual(
          judge(then, { at, team: null, stageSince: null }),
        );
      }),
      runs,
    );
  });

  it("the order in which acts are read does not matter", () => {
    fc.assert(
      fc.property(anyActs, (acts) => {
        expect(judge(acts.toReversed())).toEqual(judge(acts));
      }),
      { numRuns: 50 },
    );
  });

  it("shares and bounds lie between 0 and 1, bounds under their share", () => {
    fc.assert(
      fc.property(anyActs, (acts) => {
        for (const { parts } of judge(acts).gates)
          for (const { unit, value, low } of parts)
            if (unit === "share" && value !== null) {
              expect(value).toBeLessThanOrEqual(1);
              expect(low).toBeGreaterThanOrEqual(0);
              expect(low).toBeLessThanOrEqual(value);
            }
      }),
      runs,
    );
  });
});
