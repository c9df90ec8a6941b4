import { expect, test } from "vitest";
import type { AskedRound, Facts } from "../facts";
import { RULE } from "../rules";
import { wouldBeMissed } from "./missed";
import type { Question } from "./voices";

const DAY = 86_400_000;
const T = Date.UTC(2026, 2, 3, 9);

function round(days: number, asked: number, answered: number): AskedRound {
  const answers = Array.from({ length: answered }, (_, n) => ({ day: T - (days - 1) * DAY, very: n % 2 === 0 }));
  return { at: T - days * DAY, until: T - (days - 14) * DAY, asked, answers };
}

/** The verdict, how many answered and how many were asked. */
function figures(...rounds: readonly AskedRound[]) {
  const question = { view: { at: T }, rule: RULE, asked: RULE.thresholds.founding } as Question;
  const { early, parts } = wouldBeMissed(question, { rounds } as unknown as Facts);
  return [early ? "early" : parts.every(({ holds }) => holds), ...parts.map(({ n }) => n)];
}

test("a new round takes nothing from one that is fresh: it waits until it says something, and then adds to it", () => {
  expect(figures(round(70, 30, 24))).toEqual([true, 24, 30]);
  expect(figures(round(70, 30, 24), round(8, 4, 0))).toEqual([true, 24, 30]);
  expect(figures(round(70, 30, 24), round(8, 24, 12))).toEqual([true, 36, 54]);
  expect(figures(round(75, 30, 24), round(15, 4, 2))).toEqual([true, 26, 34]);
});

test("what was felt twelve weeks ago is over, and a first round that is open tells how far it has come", () => {
  expect(figures(round(84, 30, 24), round(8, 4, 2))).toEqual(["early", 2, 4]);
  expect(figures()).toEqual(["early", 0, 0]);
});
