import { DAY } from "@/platform/durations";
import { timeOutside } from "../calendar/spans";
import { count, type Measured, median, share } from "../measure";
import { type Rule, scaled, type Thresholds } from "../rules";
import { firstPlaceFrom, memberAt, membersIn, momentBefore, since, type View } from "../view";

/** What the gates of one evaluation share. */
export type Question = {
  readonly view: View;
  readonly rule: Rule;
  readonly asked: Thresholds;
  /** People with access at the stage, or null when that is not known. */
  readonly population: number | null;
  /** When the stage was entered; the beginning of the history where that is not known. */
  readonly stageSince: number;
  /** False where the team is a guess: then who gave the first answer proves nothing. */
  readonly teamKnown: boolean;
};

const WEEK = 7 * DAY;

/** L1, living voices: how many members contributed in 28 days, and what share of those with access that is. */
export function livingVoices({ view, rule, asked, population }: Question): Measured {
  const living = membersIn(view, 28).size - view.visitors.size;
  const people = count("people", "people", living, { threshold: scaled(asked, population).voices });
  if (population === null) return { parts: [people], early: false };
  const figures = { hits: Math.min(living, population), n: population };
  return { parts: [people, share("share", figures, { threshold: asked.voicesShare }, rule)], early: false };
}

/** L2, returning contributors: who came back from the 28 days before, with at least seven days between. */
export function returning({ view, rule, asked, population }: Question): Measured {
  const earlier = firstMoments(view, 56, 28);
  const later = lastMoments(view);
  let back = 0;
  for (const [person, last] of later) {
    const first = earlier.get(person);
    if (first !== undefined && last - first >= WEEK && !view.visitors.has(person)) back++;
  }
  const { factor } = scaled(asked, population);
  const early = earlier.size < rule.least.L2;
  const figures = { hits: back, n: earlier.size, enough: !early };
  return {
    parts: [
      { ...count("people", "people", back, { threshold: Math.ceil(asked.returning * factor) }), n: earlier.size },
      share("share", figures, { threshold: asked.returningShare, target: asked.returningTarget }, rule),
    ],
    early,
  };
}

/** L3, staying power: weekly voices now against four weeks ago, their number, and the age of the stage. */
export function stayingPower({ view, rule, asked, population, stageSince }: Question): Measured {
  const weekly = Array.from({ length: 8 }, (_, week) => voicesOfWeek(view, week));
  const now = median(weekly.slice(0, 4));
  const before = median(weekly.slice(4));
  const age = timeOutside(stageSince, view.at, view.leave) / WEEK;
  const early = age < rule.least.L3;
  const ratio = early || before === 0 ? null : now / before;
  const { factor } = scaled(asked, population);
  const ageWeeks = openedWithEvent(view, stageSince) ? Math.max(12, asked.ageWeeks) : asked.ageWeeks;
  return {
    parts: [
      {
        key: "ratio",
        unit: "ratio",
        value: ratio,
        n: Math.min(8, Math.floor(age)),
        low: null,
        threshold: asked.stayingRatio,
        target: asked.stayingTarget,
        holds: ratio !== null && ratio >= asked.stayingRatio,
      },
      count("weekly", "people", now, { threshold: asked.weeklyVoices * factor }),
      count("age", "weeks", Math.floor(age), { threshold: ageWeeks }),
    ],
    early,
  };
}

/** L10, plurality: the inverse Simpson index of contributions, which is the number of equal voices that would match. */
export function plurality({ view, rule, asked, population }: Question): Measured {
  const counts = new Map<number, number>();
  for (let place = since(view, 28); place < view.end; place++) {
    if (!memberAt(view, place)) continue;
    const author = view.history.author[place] ?? -1;
    counts.set(author, (counts.get(author) ?? 0) + 1);
  }
  const all = [...counts.values()];
  const settled = [...counts].filter(([person]) => !view.visitors.has(person)).map(([, n]) => n);
  const n = settled.reduce((sum, k) => sum + k, 0);
  const early = n < rule.least.L10;
  // Leaving out one loud visitor could raise the index: an event discount never does.
  const voices = Math.min(effectiveNumber(all), effectiveNumber(settled));
  const { factor } = scaled(asked, population);
  const part = count("voices", "voices", voices, { threshold: asked.plurality * factor });
  return { parts: [early ? { ...part, n, value: null, holds: false } : { ...part, n }], early };
}

function effectiveNumber(counts: readonly number[]): number {
  const total = counts.reduce((sum, n) => sum + n, 0);
  const squares = counts.reduce((sum, n) => sum + n * n, 0);
  return squares === 0 ? 0 : (total * total) / squares;
}

function voicesOfWeek(view: View, week: number): number {
  const voices = membersIn(view, 7 * (week + 1), 7 * week);
  if (week >= 4) return voices.size;
  return [...voices].filter((person) => !view.visitors.has(person)).length;
}

function firstMoments(view: View, days: number, until: number): Map<number, number> {
  const first = new Map<number, number>();
  const end = firstPlaceFrom(view.history, momentBefore(view, until));
  for (let place = since(view, days); place < end; place++) {
    const author = view.history.author[place] ?? -1;
    if (memberAt(view, place) && !first.has(author)) first.set(author, view.history.at[place] ?? 0);
  }
  return first;
}

function lastMoments(view: View): Map<number, number> {
  const last = new Map<number, number>();
  for (let place = since(view, 28); place < view.end; place++)
    if (memberAt(view, place)) last.set(view.history.author[place] ?? -1, view.history.at[place] ?? 0);
  return last;
}

function openedWithEvent(view: View, stageSince: number): boolean {
  return view.calendar.events.some((event) => event < view.at && Math.abs(event - stageSince) <= WEEK);
}
