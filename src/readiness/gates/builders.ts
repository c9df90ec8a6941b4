import { DAY } from "@/platform/durations";
import { closedHours, timeOutside } from "../calendar/spans";
import type { Facts, Suggestion } from "../facts";
import { KIND } from "../history";
import { count, type Measured, share } from "../measure";
import { memberAt, momentBefore, since } from "../view";
import type { Question } from "./voices";

/** Ten working days, weekends and leave left out. */
const ANSWER_WITHIN = 10 * DAY;

/**
 * L12, co-builders: members who did something for the place in twelve weeks, changes that were shipped for a member
 * who says that they are what they meant, and suggestions that were answered with a reason in ten working days.
 */
export function coBuilders(question: Question, facts: Facts): Measured {
  const { view, rule, asked, population } = question;
  const known = facts.suggestions.filter(
    ({ author, at, removedAt }) => at < view.at && (removedAt ?? view.at) >= view.at && !view.team.has(author),
  );
  const credited = known.filter((suggestion) => shippedBy(suggestion, view.at));
  const answers = answeredInTime(question, known);
  const early = answers.n < rule.least.L12;
  const people = new Set(credited.map(({ author }) => author)).size;
  const parts = [
    count("shipped", "changes", credited.length, { threshold: asked.shipped }),
    count("credited", "people", people, { threshold: asked.credited }),
    share("answered", { ...answers, enough: !early }, { threshold: asked.suggestionsAnswered }, rule),
  ];
  if (population !== null) {
    const hits = Math.min(actors(question, facts), population);
    parts.unshift(share("acted", { hits, n: population }, { threshold: asked.acted }, rule));
  }
  return { parts, early };
}

/** Members with a suggestion, a vote that says why, an offer of help or a report of what they tried in twelve weeks. */
function actors({ view }: Question, facts: Facts): number {
  const from = momentBefore(view, 84);
  const people = new Set(
    [...facts.offers, ...facts.reports]
      .filter(({ person, at }) => at >= from && at < view.at && !view.team.has(person))
      .map(({ person }) => person),
  );
  for (let place = since(view, 84); place < view.end; place++) {
    const kind = view.history.kind[place];
    if ((kind === KIND.idea || kind === KIND.vote) && memberAt(view, place))
      people.add(view.history.people.ids[view.history.author[place] ?? -1] ?? "");
  }
  return people.size;
}

/**
 * Whether a change that stands goes back to whoever asked: they said so themselves since it was shipped. One that one
 * person of the team wrote down and shipped on one day is nobody else's idea.
 */
function shippedBy({ answers, meant, recordedBy, at }: Suggestion, until: number): boolean {
  const shipped = answers.findLast((answer) => answer.at < until);
  if (!shipped?.shipped) return false;
  if (meant.findLast((said) => said.at >= shipped.at && said.at < until)?.yes !== true) return false;
  return shipped.by !== recordedBy || shipped.at - at >= DAY;
}

function answeredInTime({ view }: Question, known: readonly Suggestion[]): { hits: number; n: number } {
  const from = momentBefore(view, 84);
  const closed = closedHours(from, view.at, view.calendar);
  const figures = { hits: 0, n: 0 };
  for (const { at, answers } of known) {
    if (at < from) continue;
    const answer = answers.find((one) => one.reasoned && one.at < view.at);
    const waited = timeOutside(at, answer?.at ?? view.at, closed);
    // One that may still be answered in time says nothing yet.
    if (answer === undefined && waited <= ANSWER_WITHIN) continue;
    figures.n++;
    if (answer !== undefined && waited <= ANSWER_WITHIN) figures.hits++;
  }
  return figures;
}
