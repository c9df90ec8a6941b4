import { COMMUNITY_END, communityOf, some } from "@tests/support/communities";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Act, historyOf } from "./history";
import { mondayOf, WEEK, weeksOf } from "./weeks";

const HOUR = 3_600_000;
const MONDAY = Date.UTC(2026, 2, 2);

function opens(id: string, author: string, at: number, more: Partial<Act> = {}): Act {
  return { id, kind: "conversation", author, at, conversation: id, ...more };
}

function answers(id: string, author: string, at: number, conversation: string): Act {
  return { id, kind: "reply", author, at, conversation, parent: conversation };
}

describe("the weeks of a community", () => {
  it("are whole weeks from the first one on, and none for an empty history", () => {
    expect(weeksOf(historyOf([]), MONDAY, 52)).toEqual([]);
    const history = historyOf([opens("a", "ana", MONDAY - 2 * WEEK + HOUR)]);
    expect(weeksOf(history, MONDAY + HOUR, 52).map((week) => week.from)).toEqual([MONDAY - 2 * WEEK, MONDAY - WEEK]);
    expect(weeksOf(history, MONDAY + HOUR, 1).map((week) => week.from)).toEqual([MONDAY - WEEK]);
  });

  it("count as returning whoever wrote in the four weeks before, and no longer ago", () => {
    const history = historyOf([
      opens("a", "ana", MONDAY - 6 * WEEK),
      opens("b", "boris", MONDAY - 5 * WEEK),
      opens("c", "ana", MONDAY - WEEK),
      opens("d", "boris", MONDAY - WEEK),
    ]);
    expect(weeksOf(history, MONDAY, 1)).toMatchObject([{ voices: 2, returning: 1 }]);
  });

  it("count an answer by somebody else within 72 hours, and wait until that time has passed", () => {
    const acts = [
      opens("in-time", "ana", MONDAY),
      answers("1", "boris", MONDAY + 72 * HOUR, "in-time"),
      opens("late", "ana", MONDAY),
      answers("2", "boris", MONDAY + 72 * HOUR + 1, "late"),
      opens("alone", "ana", MONDAY),
      answers("3", "ana", MONDAY + HOUR, "alone"),
      opens("told", "ana", MONDAY, { kind: "notice" }),
    ];
    const week = (at: number) => weeksOf(historyOf(acts), at, 1);
    expect(week(MONDAY + WEEK)).toMatchObject([{ opened: 3, answered: null }]);
    expect(week(MONDAY + WEEK + 72 * HOUR)).toMatchObject([{ opened: 3, answered: 1 }]);
  });

  it("leave out bots and what was removed", () => {
    const acts = [opens("a", "robot", MONDAY), opens("b", "ana", MONDAY, { removedAt: MONDAY + HOUR })];
    const history = historyOf(acts, [{ id: "robot", bot: true }]);
    expect(weeksOf(history, MONDAY + WEEK, 1)).toMatchObject([{ voices: 0, returning: 0, opened: 0 }]);
  });

  it("never hold more returning people than voices, nor more answers than conversations", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 52 }), (seed, weeks) => {
        const history = historyOf(communityOf({ seed, weeks: 20, present: (_week, chance) => some(9, 0.5, chance) }));
        const found = weeksOf(history, COMMUNITY_END, weeks);
        expect(found.length).toBeLessThanOrEqual(weeks);
        for (const week of found) {
          expect(mondayOf(week.from)).toBe(week.from);
          expect(week.returning).toBeLessThanOrEqual(week.voices);
          expect(week.answered ?? 0).toBeLessThanOrEqual(week.opened);
        }
      }),
      { numRuns: 30 },
    );
  });
});
