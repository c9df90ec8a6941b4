import { COMMUNITY_END, communityOf, some } from "@tests/support/communities";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Evaluation, evaluate } from "./evaluate";
import type { Facts } from "./facts";
import { type Act, historyOf } from "./history";
import { STEPS, type Step } from "./rules";
import type { GateKey, Part } from "./shape";

const DAY = 86_400_000;
const T = COMMUNITY_END;
const TEAM = ["host", "admin"].map((person) => ({ person, since: 0, until: null }));
const KEYS = ["L11", "L12", "L13", "L14"] as const;
const LEAST_ANSWERS: Readonly<Record<Step, number>> = { founding: 12, early: 30, pilot: 30 };

const member = fc.integer({ min: 0, max: 23 }).map((n) => `m${n}`);
const ofTeam = fc.constantFrom("host", "admin");
const anybody = fc.oneof({ weight: 4, arbitrary: member }, { weight: 1, arbitrary: ofTeam });
/** A moment of the last hundred days, or of the ten to come. */
const moment = fc.integer({ min: -10 * 24, max: 100 * 24 }).map((hours) => T - (hours * DAY) / 24);

const suggestionBy = (who: fc.Arbitrary<string>): fc.Arbitrary<Facts["suggestions"][number]> =>
  fc
    .record({
      author: who,
      at: moment,
      removedAfter: fc.option(fc.integer({ min: 0, max: 60 }), { freq: 9 }),
      recordedBy: fc.option(fc.constant("host"), { freq: 3 }),
      answers: fc.array(
        fc.record({
          after: fc.integer({ min: 0, max: 30 }),
          by: ofTeam,
          shipped: fc.boolean(),
          reasoned: fc.boolean(),
        }),
        { maxLength: 3 },
      ),
      meant: fc.array(fc.record({ after: fc.integer({ min: 0, max: 40 }), yes: fc.boolean() }), { maxLength: 2 }),
    })
    .map(({ author, at, removedAfter, recordedBy, answers, meant }) => ({
      author,
      at,
      removedAt: removedAfter === null ? null : at + removedAfter * DAY,
      recordedBy,
      answers: inOrder(answers).map(({ after, ...one }) => ({ ...one, at: at + after * DAY })),
      meant: inOrder(meant).map(({ after, yes }) => ({ yes, at: at + after * DAY })),
    }));

function inOrder<One extends { after: number }>(list: readonly One[]): One[] {
  return list.toSorted((a, b) => a.after - b.after);
}

const doneBy = (who: fc.Arbitrary<string>) => fc.array(fc.record({ person: who, at: moment }), { maxLength: 30 });
const round = fc
  .record({
    at: moment,
    asked: fc.integer({ min: 0, max: 60 }),
    answers: fc.array(fc.record({ after: fc.integer({ min: 0, max: 20 }), very: fc.boolean() }), { maxLength: 50 }),
  })
  .map(({ at, asked, answers }) => ({
    at,
    until: at + 14 * DAY,
    asked: Math.max(asked, answers.length),
    answers: answers.map(({ after, very }) => ({ day: Math.floor(at / DAY + after) * DAY, very })),
  }));

const anyFacts: fc.Arbitrary<Facts> = fc.record({
  units: fc
    .array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 24 })
    .map((units) => new Map(units.map((unit, n) => [`m${n}`, `unit ${unit}`]))),
  targeted: fc.integer({ min: 1, max: 14 }),
  suggestions: fc.array(suggestionBy(anybody), { maxLength: 24 }),
  offers: doneBy(anybody),
  reports: doneBy(anybody),
  rounds: fc.array(round, { maxLength: 3 }).map((rounds) => rounds.toSorted((a, b) => a.at - b.at)),
  arrivals: fc.uniqueArray(
    fc.record({ person: member, inviter: fc.option(anybody, { freq: 3 }), asked: moment, at: moment }),
    {
      maxLength: 24,
      selector: (one) => one.person,
    },
  ),
});

const anyActs = fc
  .record({ seed: fc.integer({ min: 1, max: 100_000 }), weeks: fc.integer({ min: 3, max: 14 }) })
  .map(({ seed, weeks }) =>
    communityOf({ seed, weeks, present: (_week, chance) => some(24, 0.2 + (seed % 7) / 10, chance), opens: 1 }),
  );
const anyStep = fc.constantFrom(...STEPS);
const runs = { numRuns: 120 };

type Asked = { at?: number; step?: Step; events?: readonly number[] };

function judge(acts: readonly Act[], facts: Facts, { at = T, step = "founding", events = [] }: Asked = {}): Evaluation {
  const calendar = { leave: [], timeZone: "UTC", events };
  return evaluate(historyOf(acts), { at, step, population: 30, team: TEAM, stageSince: null, calendar, facts });
}

function gate(evaluation: Evaluation, key: GateKey) {
  const found = evaluation.gates.find((one) => one.key === key);
  if (!found) throw new Error(key);
  return found;
}

const figures = (evaluation: Evaluation): (Part & { gate: GateKey })[] =>
  KEYS.flatMap((key) => gate(evaluation, key).parts.map((part) => ({ ...part, gate: key })));

/** What the four gates say of a thing and of what was made of it. */
function verdicts(before: Evaluation, after: Evaluation) {
  return KEYS.map((key) => [gate(before, key).verdict, gate(after, key).verdict] as const);
}

/** A share has a value with its least sample, and nothing without. */
function expectNoShareOfFew({ key, n, value, low, holds }: Part, step: Step): void {
  const least: Readonly<Record<string, number>> = { between: 20, answered: 5, very: LEAST_ANSWERS[step], share: 6 };
  const needed = least[key];
  if (needed === undefined) return;
  expect([key, n, value === null]).toEqual([key, n, (n ?? 0) < needed]);
  if (value === null) expect([low, holds]).toEqual([null, false]);
}

describe("the gates that read facts, on any history with any facts:", () => {
  it("what the team writes, suggests, offers, tries and brings turns no gate to pass", () => {
    const more = fc.record({
      suggestions: fc.array(suggestionBy(ofTeam), { maxLength: 8 }),
      offers: doneBy(ofTeam),
      reports: doneBy(ofTeam),
      talks: fc.array(fc.record({ who: ofTeam, at: moment, to: fc.option(fc.nat()) }), { maxLength: 30 }),
    });
    fc.assert(
      fc.property(anyActs, anyFacts, more, anyStep, (acts, facts, { talks, ...added }, step) => {
        const said = talks.map(({ who, at, to }, n): Act => {
          const id = `team${n}`;
          const answered = to === null ? undefined : acts[to % Math.max(1, acts.length)];
          if (!answered) return { id, kind: "conversation", author: who, at, conversation: id, words: 30 };
          const { id: parent, conversation } = answered;
          return { id, kind: "reply", author: who, at: Math.max(at, answered.at), conversation, parent, words: 30 };
        });
        const fuller = {
          ...facts,
          suggestions: [...facts.suggestions, ...added.suggestions],
          offers: [...facts.offers, ...added.offers],
          reports: [...facts.reports, ...added.reports],
          arrivals: [...facts.arrivals, { person: "host", inviter: "m1", asked: T - 20 * DAY, at: T - 20 * DAY }],
        };
        for (const [was, is] of verdicts(judge(acts, facts, { step }), judge([...acts, ...said], fuller, { step })))
          expect(is !== "pass" || was === "pass").toBe(true);
      }),
      runs,
    );
  });

  it("reactions and visits change nothing", () => {
    const idle = fc.array(fc.record({ who: anybody, at: moment }), { maxLength: 60 });
    fc.assert(
      fc.property(anyActs, anyFacts, idle, anyStep, (acts, facts, more, step) => {
        const added = more.map(({ who, at }, n): Act => {
          const kind = n % 2 === 0 ? "reaction" : "visit";
          return { id: `i${n}`, kind, author: who, at, conversation: acts[0]?.id ?? null };
        });
        expect(judge([...acts, ...added], facts, { step })).toEqual(judge(acts, facts, { step }));
      }),
      runs,
    );
  });

  it("everything twice changes no figure of breadth, no count of people, and no verdict but by the sample", () => {
    fc.assert(
      fc.property(anyActs, anyFacts, anyStep, (acts, facts, step) => {
        const echoes = acts.map(
          (act): Act => ({
            ...act,
            id: `echo-${act.id}`,
            conversation: `echo-${act.conversation}`,
            parent: act.parent ? `echo-${act.parent}` : null,
            print: 0,
          }),
        );
        const twice = {
          ...facts,
          offers: facts.offers.flatMap((one) => [one, one]),
          reports: [...facts.reports, ...facts.reports],
        };
        const [before, after] = [judge(acts, facts, { step }), judge([...acts, ...echoes], twice, { step })];
        // The lower bound of a share rises with its sample; its value does not, and counts of people do not.
        const later = figures(after);
        figures(before).forEach((was, n) => {
          const is = later[n];
          if (was.value !== null) expect(is?.value).toBeCloseTo(was.value, 9);
          expect(is?.holds || !was.holds).toBe(true);
        });
        for (const key of ["L12", "L13", "L14"] as const) expect(gate(after, key)).toEqual(gate(before, key));
      }),
      runs,
    );
  });

  it("one fewer than the least leaves no percentage", () => {
    fc.assert(
      fc.property(anyActs, anyFacts, fc.nat(), anyStep, (acts, facts, pick, step) => {
        const gone = `m${pick % 24}`;
        const fewer = {
          ...facts,
          suggestions: facts.suggestions.filter(({ author }) => author !== gone),
          arrivals: facts.arrivals.filter(({ person }) => person !== gone),
          rounds: facts.rounds.map((one) => ({ ...one, answers: one.answers.slice(1) })),
        };
        const without = acts.filter(({ author }) => author !== gone);
        for (const evaluation of [judge(acts, facts, { step }), judge(without, fewer, { step })])
          for (const one of figures(evaluation)) expectNoShareOfFew(one, step);
        for (const { verdict, parts } of KEYS.map((key) => gate(judge(without, fewer, { step }), key)))
          if (verdict === "pass") expect(parts.every(({ holds }) => holds)).toBe(true);
      }),
      runs,
    );
  });

  it("an event discount raises no count", () => {
    const events = fc.array(moment, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(anyActs, anyFacts, events, anyStep, (acts, facts, days, step) => {
        const plain = figures(judge(acts, facts, { step }));
        figures(judge(acts, facts, { step, events: days })).forEach((is, n) => {
          const was = plain[n];
          if (is.value !== null && was?.value !== null) expect(is.value).toBeLessThanOrEqual(was?.value ?? 0);
          expect(was?.holds || !is.holds).toBe(true);
        });
      }),
      runs,
    );
  });

  it("what came later does not change what was true", () => {
    fc.assert(
      fc.property(anyActs, anyFacts, fc.integer({ min: 0, max: 60 }), anyStep, (acts, facts, daysAgo, step) => {
        const at = T - daysAgo * DAY;
        const until = (one: { at: number }) => one.at < at;
        const then: Facts = {
          ...facts,
          suggestions: facts.suggestions.filter(until).map((one) => ({
            ...one,
            removedAt: one.removedAt !== null && one.removedAt < at ? one.removedAt : null,
            answers: one.answers.filter(until),
            meant: one.meant.filter(until),
          })),
          offers: facts.offers.filter(until),
          reports: facts.reports.filter(until),
          rounds: facts.rounds
            .filter(until)
            .map((one) => ({ ...one, answers: one.answers.filter(({ day }) => day + DAY <= at) })),
          arrivals: facts.arrivals.filter(until),
        };
        expect(judge(acts, facts, { at, step })).toEqual(judge(acts.filter(until), then, { at, step }));
      }),
      runs,
    );
  });
});
