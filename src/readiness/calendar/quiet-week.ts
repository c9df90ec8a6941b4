import { DAY } from "@/platform/durations";
import type { History } from "../history";
import { firstPlaceFrom, MEMBER, TEAM, type TeamSpan, viewOf, voiceAt } from "../view";
import { type Calendar, type Span, timeOutside } from "./spans";

/** Under this share the team carries everything, from this one on the place lives. */
const CARRIED = 0.25;
const LIVES = 0.5;
const WEEKS_BEFORE = 4;

/** A quiet week, read: what members wrote beside what they wrote on the same days of the four weeks before. */
export type QuietWeek = {
  readonly from: number;
  readonly until: number;
  readonly written: number;
  readonly before: number;
  /** What the team wrote in it, which it had meant not to. */
  readonly byTeam: number;
  /** Null when there was nothing before to compare with. */
  readonly ratio: number | null;
  readonly reading: "lives" | "between" | "carried" | "unknown";
};

/**
 * Reads a quiet week that is over: five working days in which the team announces and posts nothing. It is no gate; on
 * six public lists natural quiet weeks had medians of 0.26 to 0.44. Weeks of leave before it are left out.
 */
export function readQuietWeek(
  history: History,
  week: Span,
  { team, calendar }: { team: readonly TeamSpan[] | null; calendar: Calendar },
): QuietWeek {
  const view = viewOf(history, week.until, team, calendar);
  const written = (voice: number, { from, until }: Span) => {
    let n = 0;
    for (let place = firstPlaceFrom(history, from); place < firstPlaceFrom(history, until); place++)
      if (voiceAt(view, place) === voice) n++;
    return n;
  };
  const earlier: number[] = [];
  for (let back = 1; back <= WEEKS_BEFORE * 2 && earlier.length < WEEKS_BEFORE; back++) {
    const span = { from: week.from - back * 7 * DAY, until: week.until - back * 7 * DAY };
    if (timeOutside(span.from, span.until, view.leave) === span.until - span.from) earlier.push(written(MEMBER, span));
  }
  const own = written(MEMBER, week);
  const before = earlier.length === 0 ? 0 : earlier.reduce((sum, n) => sum + n, 0) / earlier.length;
  const ratio = before === 0 ? null : own / before;
  return { ...week, written: own, before, byTeam: written(TEAM, week), ratio, reading: readingOf(ratio) };
}

function readingOf(ratio: number | null): QuietWeek["reading"] {
  if (ratio === null) return "unknown";
  if (ratio < CARRIED) return "carried";
  return ratio >= LIVES ? "lives" : "between";
}
