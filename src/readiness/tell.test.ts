import { COMMUNITY_END, communityOf, some } from "@tests/support/communities";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assess } from "./assess";
import { curveOf, readyStretches } from "./curve";
import { drawCurve } from "./draw";
import type { GateResult } from "./evaluate";
import { type Act, historyOf } from "./history";
import { hitsNeeded } from "./measure";
import { RULE } from "./rules";
import { readinessShape } from "./shape";
import { tellGate } from "./tell";
import { wilson } from "./wilson";

const TEAM = ["host", "admin"].map((person) => ({ person, since: 0, until: null }));
const OPTIONS = { at: COMMUNITY_END, population: 20, team: TEAM, teamFrom: "roles" as const, stageSince: null };

const returning = (value: number, n: number): GateResult => ({
  key: "L2",
  role: "core",
  verdict: "notYet",
  parts: [
    { key: "people", unit: "people", value, n, low: null, threshold: 4, target: null, holds: value >= 4 },
    { key: "share", unit: "share", value: value / n, n, low: 0.2, threshold: 0.25, target: 0.4, holds: false },
  ],
});

describe("a gate in words", () => {
  it("says in one sentence how many there are and how many it takes", () => {
    expect(tellGate(returning(3, 11), RULE).sentence).toEqual({
      en: "Not yet: 3 of 11 people came back from the four weeks before. It takes 4.",
      fr: "Pas encore\u00a0: 3 personnes sur 11 sont revenues depuis les quatre semaines précédentes. Il en faut 4.",
    });
    expect(tellGate(returning(1, 11), RULE).sentence.fr).toContain("1 personne sur 11 est revenue");
  });
  it("speaks of the first figure that does not hold", () => {
    expect(tellGate(returning(5, 40), RULE).sentence.en).toBe(
      "Not yet: 5 of 40 people came back from the four weeks before. It takes 10.",
    );
  });
  it("offers three acts while something is to be done", () => {
    expect(tellGate(returning(3, 11), RULE).acts.map((act) => act.key)).toEqual(["comeBack", "introduce", "rhythm"]);
    expect(tellGate({ ...returning(3, 11), verdict: "pass" }, RULE).acts).toEqual([]);
  });
  it("asks for just as many as would hold", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        (n, threshold) => {
          const holds = (hits: number) =>
            hits / n >= threshold && wilson(hits, n, RULE.z).low >= threshold - RULE.slack;
          const needed = hitsNeeded(n, threshold, RULE);
          expect(needed === n || holds(needed)).toBe(true);
          expect(needed > 0 && holds(needed - 1)).toBe(false);
        },
      ),
    );
  });
});

describe("an assessment", () => {
  const communities = fc.record({
    seed: fc.nat(9999),
    many: fc.integer({ min: 1, max: 40 }),
    weeks: fc.integer({ min: 0, max: 30 }),
  });
  it("has words in both languages for whatever a community is like, and never an overall score", () => {
    fc.assert(
      fc.property(
        communities,
        fc.constantFrom("groundwork", "founding", "early", "pilot", "general"),
        (wish, stage) => {
          const acts = communityOf({ ...wish, present: (_week, chance) => some(wish.many, 0.5, chance) });
          const found = readinessShape.parse(assess(historyOf(acts), { ...OPTIONS, stage }));
          expect(found.gates).toHaveLength(14);
          expect(found.ready).toBe(found.ready && found.blocking.length === 0 && found.next !== null);
          for (const { sentence, verdict, acts: todo } of found.gates) {
            expect(sentence.en).toMatch(/^[A-Z\d].*\.$/);
            expect(sentence.fr).toMatch(/^[A-ZÉL\d].*\.$/);
            expect(todo.length > 0).toBe(verdict === "notYet" || verdict === "tooEarly");
          }
          expect(found.sentence.en + found.sentence.fr).not.toMatch(/%|score/);
        },
      ),
      { numRuns: 60 },
    );
  });
  it("is ready when the rule held often enough, or in one evaluation where that is asked", () => {
    const acts = communityOf({ seed: 2, present: (_week, chance) => some(20, 0.7, chance) });
    const ready = assess(historyOf(acts), { ...OPTIONS, stage: "founding" });
    expect(ready).toMatchObject({ ready: true, next: "early", blocking: [], ruleVersion: RULE.version });
    expect(ready.sentence.en).toBe("Ready: the rule held in 2 of the last 2 evaluations.");
    const cutShort = acts.filter((act) => act.at > COMMUNITY_END - 63 * 86_400_000);
    const young = { ...OPTIONS, stage: "founding" as const };
    expect(assess(historyOf(cutShort), { ...young, single: true }).ready).toBe(true);
    expect(assess(historyOf(cutShort), young)).toMatchObject({ ready: false, blocking: [{ key: "repeat" }] });
  });
  it("decides nothing at groundwork, and nothing after the general launch", () => {
    const acts = communityOf({ seed: 2, present: (_week, chance) => some(20, 0.7, chance) });
    for (const stage of ["groundwork", "general"] as const) {
      const found = assess(historyOf(acts), { ...OPTIONS, stage });
      expect(found.ready).toBe(false);
      expect(new Set(found.gates.map((gate) => gate.role))).toEqual(new Set(["info"]));
    }
  });
});

describe("the curve", () => {
  const acts: Act[] = communityOf({
    seed: 2,
    weeks: 60,
    present: (week, chance) => some(20, week < 40 ? 0.7 : 0.1, chance),
  });
  const curve = curveOf(historyOf(acts), { ...OPTIONS, stage: "founding" });
  it("judges every 30 days, each time as if it were then", () => {
    expect(curve).toHaveLength(13);
    const third = curve[2];
    expect(third?.gates).toEqual(
      curveOf(historyOf(acts), { ...OPTIONS, stage: "founding", at: third?.at ?? 0 }).at(-1)?.gates,
    );
    expect(curveOf(historyOf([]), { ...OPTIONS, stage: "founding" })).toEqual([]);
  });
  it("names the stretches in which the rule held", () => {
    const stretches = readyStretches(curve);
    expect(stretches).toHaveLength(1);
    expect(stretches[0]?.until).toBeLessThan(COMMUNITY_END - 90 * 86_400_000);
  });
  it("is drawn with a title and a description, and nothing in it is taken for markup", () => {
    const words = { lang: "en", title: "A <b>", summary: "held & fell", ready: "held", bands: { L1: "Voices" } };
    const svg = drawCurve(curve, words);
    expect(svg).toContain('<title id="curve-title">A &#60;b&#62;</title>');
    expect(svg).toContain("held &#38; fell</desc>");
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    expect(drawCurve([], words)).not.toMatch(/NaN|undefined|Infinity/);
  });
});
