import { DAY } from "@/platform/durations";

/** Nothing was posted to a list that we know of before this year: an older date is a broken clock. */
const EARLIEST = Date.UTC(1995, 0, 1);

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** RFC 5322, 4.3: the zone names that mail has used; every other name counts as UTC, as that section asks. */
const ZONES: Readonly<Record<string, number>> = {
  edt: -4, est: -5, cdt: -5, cst: -6, mdt: -6, mst: -7, pdt: -7, pst: -8,
  bst: 1, met: 1, cet: 1, mest: 2, cest: 2, eet: 2, eest: 3, jst: 9, aest: 10, aedt: 11, nzst: 12, nzdt: 13,
}; // biome-ignore format: one line a continent

const CLOCK = /(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?/;
const DAY_FIRST = /\b(\d{1,2})[ -]+([a-z]{3})[a-z]*\.?,?[ -]+(\d{4}|\d{2})\b/;
const MONTH_FIRST = /\b([a-z]{3})[a-z]* +(\d{1,2})\b/;
const ISO = /\b(\d{4})-(\d{2})-(\d{2})(?=[t ])/;

type Ymd = readonly [year: number, month: number, day: number];

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function calendarDay(text: string): Ymd | undefined {
  const iso = ISO.exec(text);
  if (iso) return [Number(iso[1]), Number(iso[2]) - 1, Number(iso[3])];
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return [fullYear(dayFirst[3] ?? ""), MONTHS.indexOf(dayFirst[2] ?? ""), Number(dayFirst[1])];
  const monthFirst = MONTH_FIRST.exec(text.replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? /, ""));
  const year = /\b(?:19|20)\d{2}\b/.exec(text.replace(/[+-]\d{4}/, ""));
  if (!monthFirst || !year) return undefined;
  return [Number(year[0]), MONTHS.indexOf(monthFirst[1] ?? ""), Number(monthFirst[2])];
}

/** Minutes east of UTC that a date's text names after its time of day. */
function zoneMinutes(rest: string): number {
  const numeric = /([+-])(\d{2}):?(\d{2})\b/.exec(rest);
  if (numeric) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3]);
    if (minutes > 14 * 60) return 0;
    return numeric[1] === "-" ? -minutes : minutes;
  }
  const named = /\b([a-z]{3,4})\b/.exec(rest.replace(/\([^)]*\)/, ""));
  return (ZONES[named?.[1] ?? ""] ?? 0) * 60;
}

/**
 * Reads a date as mail writes it: RFC 5322 with its obsolete forms, asctime (the `From ` line), ISO 8601.
 * @returns the moment, or undefined when the text names no day and time that exist
 */
export function parseMailDate(text: string): Date | undefined {
  const lower = text.trim().toLowerCase().replace(/\s+/g, " ").slice(0, 200);
  const clock = CLOCK.exec(lower);
  const ymd = calendarDay(lower);
  if (!clock || !ymd) return undefined;
  const [year, month, day] = ymd;
  const [hour, minute, second] = [Number(clock[1]), Number(clock[2]), Math.min(59, Number(clock[3] ?? 0))];
  if (month < 0 || month > 11 || day < 1 || day > 31 || hour > 24 || minute > 59) return undefined;
  const offset = zoneMinutes(lower.slice(clock.index + clock[0].length));
  const local = Date.UTC(year, month, day, hour, minute, second);
  if (new Date(Date.UTC(year, month, day)).getUTCDate() !== day) return undefined;
  return new Date(local - offset * 60_000);
}

/** True when a mail can have been sent at that moment: from 1995 on and not later than a day after `present`. */
export function isPlausible(moment: Date, present: Date): boolean {
  return moment.getTime() >= EARLIEST && moment.getTime() <= present.getTime() + DAY;
}

/** The first readable and plausible date of several texts, in the order of how far each is to be believed. */
export function firstPlausible(texts: readonly string[], present: Date): Date | "missing" | "implausible" {
  let seen: "missing" | "implausible" = "missing";
  for (const text of texts) {
    const moment = parseMailDate(text);
    if (moment === undefined) continue;
    if (isPlausible(moment, present)) return moment;
    seen = "implausible";
  }
  return seen;
}
