import type { Reader } from "@/platform/database/client";
import { loadHistory } from "./load";
import type { CurvesView } from "./views";
import { daysFor, weeksOf } from "./weeks";

/** A year. */
const WEEKS = 52;

/** Voices, returning people and answers of the last year, week by week, as far as the community goes back. */
export async function curvesAt(db: Reader, at: Date): Promise<CurvesView> {
  const history = await loadHistory(db, at.getTime(), { days: daysFor(WEEKS) });
  const weeks = weeksOf(history, at.getTime(), WEEKS);
  return { at, weeks: weeks.map((week) => ({ ...week, from: new Date(week.from) })) };
}
