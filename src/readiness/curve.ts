import { DAY } from "@/platform/durations";
import { type AssessOptions, stepOf } from "./assess";
import { evaluate } from "./evaluate";
import type { History } from "./history";
import type { GateKey, Part, Verdict } from "./shape";

/** One evaluation of the curve. */
export type CurvePoint = {
  readonly at: number;
  readonly holds: boolean;
  readonly blocking: readonly GateKey[];
  readonly gates: readonly { readonly key: GateKey; readonly verdict: Verdict; readonly parts: readonly Part[] }[];
};

/** The distance of two points, in days: a month as every evaluation counts it. */
const MONTH = 30;

/**
 * Judges a history every 30 days from its beginning to a moment. Each point is a single evaluation of what
 * was written: what only an open stage can show holds no moment of the past back.
 * @param options as for one assessment; `at` is the end of the curve
 */
export function curveOf(history: History, options: Omit<AssessOptions, "teamFrom">): CurvePoint[] {
  const { began } = history;
  if (began === null) return [];
  const step = stepOf(options.stage);
  const months = Math.floor((options.at - began) / (MONTH * DAY));
  return Array.from({ length: Math.max(0, months) }, (_, month) => {
    const at = began + (month + 1) * MONTH * DAY;
    const { holds, blocking, gates } = evaluate(history, { ...options, at, step, asksUnmeasured: false });
    return { at, holds, blocking, gates: gates.map(({ key, verdict, parts }) => ({ key, verdict, parts })) };
  });
}

/** The stretches of the curve in which the rule held, as first and last moment. */
export function readyStretches(curve: readonly CurvePoint[]): { from: number; until: number }[] {
  const stretches: { from: number; until: number }[] = [];
  curve.forEach(({ at, holds }, index) => {
    if (!holds) return;
    const last = stretches.at(-1);
    if (last && curve[index - 1]?.holds) last.until = at;
    else stretches.push({ from: at, until: at });
  });
  return stretches;
}
