import { DAY, HOUR } from "@/platform/durations";
import { type History, KIND } from "./history";

/** One whole week, Monday to Sunday in UTC. */
export type Week = {
  /** Its Monday, in milliseconds since 1970. */
  readonly from: number;
  /** People who contributed, hosts included, bots left out. */
  readonly voices: number;
  /** Those of them who had contributed in the four weeks before as well. */
  readonly returning: number;
  /** Conversations and ideas opened; announcements ask for no answer. */
  readonly opened: number;
  /** Those that somebody else answered within 72 hours; null while the last of them may still be answered in time. */
  readonly answered: number | null;
};

export const WEEK = 7 * DAY;
const ANSWER_WITHIN = 72 * HOUR;
const MEMORY_WEEKS = 4;
/** 1970-01-05, the first Monday. */
const FIRST_MONDAY = 4 * DAY;

/** The days that `weeksOf` looks at: the weeks themselves, those before whose people return, and the week under way. */
export function daysFor(weeks: number): number {
  return (weeks + MEMORY_WEEKS + 1) * 7;
}

/** The Monday of a moment's week, 0:00 UTC. */
export function mondayOf(at: number): number {
  return Math.floor((at - FIRST_MONDAY) / WEEK) * WEEK + FIRST_MONDAY;
}

/**
 * What was written week by week: whole weeks only, at most `weeks`, from the one in which the community began. Totals
 * only: nobody can be told from them.
 * @param at what comes later, and what was removed by then, is left out
 */
export function weeksOf(history: History, at: number, weeks: number): Week[] {
  if (history.began === null) return [];
  const end = mondayOf(at);
  const first = Math.max(mondayOf(history.began), end - weeks * WEEK);
  const people = peopleByWeek(history, at, first);
  const talks = talksByWeek(history, at);
  const count = Math.max(0, (end - first) / WEEK);
  return Array.from({ length: count }, (_, index): Week => {
    const from = first + index * WEEK;
    const voices = people.get(from) ?? new Set();
    const before = Array.from({ length: MEMORY_WEEKS }, (_, back) => people.get(from - (back + 1) * WEEK));
    const returning = [...voices].filter((person) => before.some((week) => week?.has(person))).length;
    const { opened, answered } = talks.get(from) ?? { opened: 0, answered: 0 };
    const isOver = from + WEEK + ANSWER_WITHIN <= at;
    return { from, voices: voices.size, returning, opened, answered: isOver ? answered : null };
  });
}

/** Places of what humans wrote and did not lose by the moment. */
function* standing(history: History, at: number): Generator<number> {
  for (let place = 0; place < history.length; place++) {
    if ((history.at[place] ?? at) >= at) return;
    if (history.people.bot[history.author[place] ?? -1] || (history.removedAt[place] ?? 0) < at) continue;
    yield place;
  }
}

function peopleByWeek(history: History, at: number, first: number): Map<number, Set<number>> {
  const weeks = new Map<number, Set<number>>();
  for (const place of standing(history, at)) {
    const monday = mondayOf(history.at[place] ?? 0);
    if (monday < first - MEMORY_WEEKS * WEEK) continue;
    const people = weeks.get(monday) ?? new Set();
    weeks.set(monday, people.add(history.author[place] ?? -1));
  }
  return weeks;
}

type Talk = { readonly at: number; readonly author: number; answered: boolean };

function talksByWeek(history: History, at: number): Map<number, { opened: number; answered: number }> {
  const talks = new Map<number, Talk>();
  for (const place of standing(history, at)) {
    const kind = history.kind[place];
    const conversation = history.conversation[place] ?? -1;
    const moment = history.at[place] ?? 0;
    const author = history.author[place] ?? -1;
    if (kind === KIND.conversation || kind === KIND.idea)
      talks.set(conversation, { at: moment, author, answered: false });
    const talk = kind === KIND.reply ? talks.get(conversation) : undefined;
    if (talk && talk.author !== author && moment - talk.at <= ANSWER_WITHIN) talk.answered = true;
  }
  const weeks = new Map<number, { opened: number; answered: number }>();
  for (const talk of talks.values()) {
    const monday = mondayOf(talk.at);
    const week = weeks.get(monday) ?? { opened: 0, answered: 0 };
    weeks.set(monday, { opened: week.opened + 1, answered: week.answered + Number(talk.answered) });
  }
  return weeks;
}
