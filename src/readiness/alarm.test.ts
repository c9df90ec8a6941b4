import { describe, expect, it } from "vitest";
import { halved } from "./alarm";
import { RULE, scaled } from "./rules";

describe("what the alarm asks", () => {
  it.each([null, 200, 60, 40, 24, 10])("is half of what the flip asked of %s people", (population) => {
    const asked = RULE.thresholds.early;
    const half = halved(RULE, "early", population).thresholds.early;
    const [then, now] = [scaled(asked, population), scaled(half, population)];
    expect(now.voices).toBe(then.voices / 2);
    for (const key of ["returning", "weeklyVoices", "tiedPairs", "plurality"] as const)
      expect(half[key] * now.factor).toBeCloseTo((asked[key] * then.factor) / 2);
    expect(half).toMatchObject({ stayingRatio: asked.stayingRatio / 2, answered: asked.answered / 2, ageWeeks: 0 });
    expect(half.missedAnswers).toBe(asked.missedAnswers);
  });
});
