import type { Reader } from "@/platform/database/client";
import { DAY } from "@/platform/durations";
import { evaluate } from "./evaluate";
import { loadHistory } from "./load";
import { settingAt } from "./queries";
import { type Rule, ruleInForce, type Step, scaled, type Thresholds } from "./rules";
import type { GateKey } from "./shape";

/** Weekly evaluations that must fail in a row. */
const WEEKS = 3;

/**
 * The same gates at half of what they ask of a community of this size; the age of a stage is no sign of life and stays
 * as it is. What a small company is asked is made smaller first: half of it lies under every floor, so that no evaluation
 * shrinks it once more.
 */
export function halved(rule: Rule, step: Step, population: number | null): Rule {
  const asked = Object.fromEntries(
    Object.entries(fitted(rule.thresholds[step], population)).map(([key, value]) => [
      key,
      typeof value === "number" && key !== "ageWeeks" && key !== "missedAnswers" ? value / 2 : value,
    ]),
  ) as Thresholds;
  return { ...rule, thresholds: { ...rule.thresholds, [step]: { ...asked, ageWeeks: 0 } } };
}

/** What a step asks with its counts already as small as the company: `scaled` finds nothing more to shrink in it. */
function fitted(thresholds: Thresholds, population: number | null): Thresholds {
  const { voices, factor } = scaled(thresholds, population);
  const { returning, weeklyVoices, tiedPairs, plurality } = thresholds;
  return {
    ...thresholds,
    voices,
    returning: returning * factor,
    weeklyVoices: weeklyVoices * factor,
    tiedPairs: tiedPairs * factor,
    plurality: plurality * factor,
  };
}

/**
 * Of some core gates, those that failed at half their threshold in three weekly evaluations in a row, which is two weeks
 * from the first to the last. What is too early to tell has not failed.
 * @param ask.takenAt when the step was taken: weeks before it say nothing
 */
export async function fallenGates(
  db: Reader,
  ask: { at: Date; takenAt: Date; step: Step; keys: readonly GateKey[] },
): Promise<GateKey[]> {
  const at = ask.at.getTime();
  const moments = Array.from({ length: WEEKS }, (_, back) => at - back * 7 * DAY);
  if (Math.min(...moments) < ask.takenAt.getTime() || ask.keys.length === 0) return [];
  const { step, takenAt } = ask;
  const setting = await settingAt(db, { at: ask.at, takenAt, stage: step });
  const history = await loadHistory(db, at);
  const rule = halved(ruleInForce(setting.stageSince), step, setting.population);
  const evaluations = moments.map((moment) => evaluate(history, { ...setting, at: moment, step, rule }));
  return ask.keys.filter((key) =>
    evaluations.every(({ gates }) => gates.some((gate) => gate.key === key && gate.verdict === "notYet")),
  );
}
