import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY } from "@/platform/durations";
import { trendOf, trendWith, trendWithout } from "./trend";

const moments = fc.array(
  fc.integer({ min: 0, max: 4000 }).map((days) => new Date(1.7e12 + days * DAY)),
  {
    minLength: 1,
    maxLength: 60,
  },
);

/** How much is asked for at a moment, counted voice by voice. */
function askedAt(present: Date, voices: readonly Date[]): number {
  return voices.reduce((sum, voice) => sum + 0.5 ** ((present.getTime() - voice.getTime()) / (14 * DAY)), 0);
}

function kept(voices: readonly Date[]): number {
  const [first, ...rest] = voices;
  return rest.reduce(trendWith, trendOf(first ?? new Date(0)));
}

test("the kept number is the sum of the voices, each half as much after every fortnight, whatever their order", () => {
  fc.assert(
    fc.property(moments, (voices) => {
      const present = new Date(Math.max(...voices.map((voice) => voice.getTime())));
      const sum = askedAt(present, voices);
      expect(2 ** (kept(voices) - trendOf(present))).toBeCloseTo(sum, 6);
      expect(kept(voices.toReversed())).toBeCloseTo(kept(voices), 9);
    }),
  );
});

test("a voice that is taken back leaves what was there without it, or says that it must be counted anew", () => {
  fc.assert(
    fc.property(moments, moments, (voices, [last]) => {
      const one = last ?? new Date(0);
      const rest = trendWithout(trendWith(kept(voices), one), one);
      if (rest !== null) expect(rest).toBeCloseTo(kept(voices), 6);
      else expect(trendOf(one) - kept(voices)).toBeGreaterThan(10);
    }),
  );
});

test("what is asked for lately stands before what was asked for by more people long ago", () => {
  const day = (n: number) => new Date(1.7e12 + n * DAY);
  const old = kept([0, 0, 0, 1, 1, 1, 2, 2].map(day));
  const fresh = kept([58, 59].map(day));
  expect(fresh).toBeGreaterThan(old);
  expect(kept([3, 4].map(day))).toBeLessThan(old);
});
