import { DAY } from "@/platform/durations";
import type { Facts } from "../facts";
import { type Measured, share } from "../measure";
import type { Question } from "./voices";

/** What people felt longer ago than this is not what they feel. */
const FRESH = 84 * DAY;

/**
 * L13, would be missed: those who would be very disappointed to lose the place, among the answers of the latest round
 * (Sean Ellis's question and his 40 %), and how many of those who were asked answered.
 */
export function wouldBeMissed({ view, rule, asked }: Question, facts: Facts): Measured {
  const round = facts.rounds.findLast(({ at }) => at < view.at && view.at - at < FRESH);
  // An answer counts from the day after: at an hour, one could tell whose it is.
  const answers = round?.answers.filter(({ day }) => day + DAY <= view.at) ?? [];
  const early = answers.length < asked.missedAnswers;
  const very = { hits: answers.filter((answer) => answer.very).length, n: answers.length, enough: !early };
  const response = { hits: answers.length, n: round?.asked ?? 0, enough: !early };
  return {
    parts: [
      share("very", very, { threshold: asked.missed }, rule),
      // Everybody who was asked is counted: no sample, so no bound.
      share("response", response, { threshold: asked.missedResponse }, { ...rule, slack: 1 }),
    ],
    early,
  };
}
