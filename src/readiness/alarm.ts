import type { Reader } from "@/platform/database/client";
import { DAY } from "@/platform/durations";
import { evaluate } from "./evaluate";
import { loadHistory } from "./load";
import { settingAt } from "./queries";
import { type Rule, ruleInForce, type Step, type Thresholds } from "./rules";
import type { GateKey } from "./shape";

/** Weekly evaluations that must fail in a row. */
const WEEKS = 3;

/** The same gates at half of what they ask; the age of a stage is no sign of life and stays as it is. */
export function halved(rule: Rule, step: Step): Rule {
  const asked = Object.fromEntries(
    Object.entries(rule.thresholds[step]).map(([key, value]) => [
      key,
      typeof value === "number" && key !== "ageWeeks" && key !== "missedAnswers" ? value / 2 : value,
    ]),
  ) as Thresholds;
  return { ...rule, thresholds: { ...rule.thresholds, [step]: { ...asked, ageWeeks: 0 } } };
}

/**
 * Of some core gates, those that failed at half their threshold in three weekly evaluations in a row, which is two weeks
 * from the first to the last. What is too early to tell has not failed.
 * @param ask.since when the step was taken: weeks before it say nothing
 */
export async function fallenGates(
  db: Reader,
  ask: { at: Date; since: Date; step: Step; keys: readonly GateKey[] },
): Promise<GateKey[]> {
  const at = ask.at.getTime();
  const moments = Array.from({ length: WEEKS }, (_, back) => at - back * 7 * DAY);
  if (Math.min(...moments) < ask.since.getTime() || ask.keys.length === 0) return [];
  const setting = await settingAt(db, { at: ask.at, stage: ask.step });
  const history = await loadHistory(db, at);
  const rule = halved(ruleInForce(setting.stageSince), ask.step);
  const evaluations = moments.map((moment) => evaluate(history, { ...setting, at: moment, step: ask.step, rule }));
  return ask.keys.filter((key) =>
    evaluations.every(({ gates }) => gates.some((gate) => gate.key === key && gate.verdict === "notYet")),
  );
}
