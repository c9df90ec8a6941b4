import { DAY } from "@/platform/durations";

/**
 * How much an idea is asked for lately, as one number that never has to be computed anew: each voice counts one half
 * for every 14 days since it was given, and being suggested counts as a voice. What is kept is the sum as it would be
 * read at the beginning of time, as a logarithm to the base 2:
 *
 *     trend = log2( Σ 2^(t / 14 days) )
 *
 * Letting time go by divides every idea's sum by the same number, so the order of these logarithms is the order of the
 * sums at every moment, and a vote changes the number of one idea alone.
 */
const HALF_LIFE = 14 * DAY;

/** What a single voice given at `at` amounts to. */
export function trendOf(at: Date): number {
  return at.getTime() / HALF_LIFE;
}

/** `trend` with one more voice. */
export function trendWith(trend: number, at: Date): number {
  const voice = trendOf(at);
  const [less, more] = voice < trend ? [voice, trend] : [trend, voice];
  return more + Math.log2(1 + 2 ** (less - more));
}

/** Under this share of the sum that remains, a difference of two logarithms says more of rounding than of votes. */
const TOO_LITTLE = 1e-4;

/** `trend` without a voice that is in it; null where too little remains to be told, and the votes must be read again. */
export function trendWithout(trend: number, at: Date): number | null {
  const left = 1 - 2 ** (trendOf(at) - trend);
  return left < TOO_LITTLE ? null : trend + Math.log2(left);
}
