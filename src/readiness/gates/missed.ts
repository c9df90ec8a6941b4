import { DAY } from "@/platform/durations";
import type { AskedRound, Facts } from "../facts";
import { type Measured, share } from "../measure";
import type { Question } from "./voices";

/** What people felt longer ago than this is not what they feel. */
const FRESH = 84 * DAY;

/**
 * L13, would be missed: those who would be very disappointed to lose the place (Sean Ellis's question and his 40 %), and
 * how many of those who were asked answered.
 */
export function wouldBeMissed({ view, rule, asked }: Question, facts: Facts): Measured {
  const rounds = roundsThatCount(facts.rounds, view.at, asked.missedAnswers);
  const answers = rounds.flatMap((round) => answersBy(round, view.at));
  const early = answers.length < asked.missedAnswers;
  const very = { hits: answers.filter((answer) => answer.very).length, n: answers.length, enough: !early };
  const response = { hits: answers.length, n: rounds.reduce((sum, round) => sum + round.asked, 0), enough: !early };
  return {
    parts: [
      share("very", very, { threshold: asked.missed }, rule),
      // Everybody who was asked is counted: no sample, so no bound.
      share("response", response, { threshold: asked.missedResponse }, { ...rule, slack: 1 }),
    ],
    early,
  };
}

/**
 * The fresh rounds that are over, or have answers enough. Nobody is asked twice within this time, so together they count
 * each person once: a later round asks the rest, and takes nothing from the one before. Where none is so far, the latest
 * of them says how far it has come.
 */
function roundsThatCount(rounds: readonly AskedRound[], at: number, least: number): readonly AskedRound[] {
  const fresh = rounds.filter((round) => round.at < at && at - round.at < FRESH);
  const told = fresh.filter((round) => round.until <= at || answersBy(round, at).length >= least);
  return told.length > 0 ? told : fresh.slice(-1);
}

/** An answer counts from the day after: at an hour, one could tell whose it is. */
function answersBy(round: AskedRound, at: number): AskedRound["answers"] {
  return round.answers.filter(({ day }) => day + DAY <= at);
}
