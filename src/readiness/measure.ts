import type { Part, Unit } from "./shape";
import { wilson } from "./wilson";

/** The figures of one gate. `early` means that the minimum sample is not there. */
export type Measured = { readonly parts: readonly Part[]; readonly early: boolean };

type Asked = { threshold: number; target?: number | null };

/** A count that holds when it reaches its threshold. */
export function count(key: string, unit: Unit, value: number, asked: Asked): Part {
  const { threshold, target = null } = asked;
  return { key, unit, value, n: null, low: null, threshold, target, holds: value >= threshold };
}

/**
 * A share that holds when it reaches its threshold and its lower bound comes within the slack of it. Without the
 * minimum sample it has no value at all, so that no page can show one.
 * @param enough false when the sample is too small
 */
export function share(
  key: string,
  figures: { hits: number; n: number; enough?: boolean },
  asked: Asked,
  rule: { slack: number; z: number },
): Part {
  const { threshold, target = null } = asked;
  const part = { key, unit: "share" as const, n: figures.n, threshold, target };
  if (figures.enough === false || figures.n === 0) return { ...part, value: null, low: null, holds: false };
  const { value, low } = wilson(figures.hits, figures.n, rule.z);
  return { ...part, value, low, holds: value >= threshold && low >= threshold - rule.slack };
}

/** The middle of some counts: the mean of the two middle ones when they are even in number. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[sorted.length >> 1] ?? 0;
  const lower = sorted[(sorted.length - 1) >> 1] ?? 0;
  return (upper + lower) / 2;
}

/** The smallest number of hits with which a share of `n` would hold. */
export function hitsNeeded(n: number, threshold: number, rule: { slack: number; z: number }): number {
  for (let hits = Math.max(0, Math.floor(threshold * n) - 1); hits < n; hits++)
    if (hits / n >= threshold && wilson(hits, n, rule.z).low >= threshold - rule.slack) return hits;
  return n;
}
