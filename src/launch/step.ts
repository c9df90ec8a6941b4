import { rung, STAGES, type Stage } from "@/stages/shape";

/** What kind of step leads from one stage to another. Back and skip ask for a reason. */
export const STEP_KINDS = ["next", "skip", "back", "same"] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export function stepKind(from: Stage, to: Stage): StepKind {
  const rungs = rung(to) - rung(from);
  if (rungs === 0) return "same";
  if (rungs < 0) return "back";
  return rungs === 1 ? "next" : "skip";
}

export function needsReason(kind: StepKind): boolean {
  return kind === "back" || kind === "skip";
}

/** The stage whose gates judge a step up to another one: the last that it leaves behind. */
export function stepTo(to: Stage): Stage {
  return STAGES[rung(to) - 1] ?? to;
}
