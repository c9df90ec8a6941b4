import type { Locale } from "@/i18n/locale";

/** An instant as a row or a plain JSON answer carries it. */
export type Instant = Date | string | number;

/** Dates, numbers and lists as a reader of one language in one time zone reads them. */
export interface Formats {
  readonly locale: Locale;
  readonly timeZone: string;
  /** The day: "23 November 2026". */
  date(at: Instant): string;
  /** The day, short: "23 Nov"; with the year when it is not this year's. */
  shortDate(at: Instant): string;
  /** The day and the minute, with the zone: for titles of `<time>` and for mails. */
  dateTime(at: Instant): string;
  /** The hour: "14:05". */
  time(at: Instant): string;
  /** Where it stands from now: "3 hours ago", "yesterday"; a date once it is over 30 days away. */
  ago(at: Instant): string;
  /** A number; `digits` after the point at most (0 unless told). */
  number(value: number, digits?: number): string;
  /** A share between 0 and 1: "42 %". */
  percent(share: number, digits?: number): string;
  /** "A, B and C". */
  list(items: readonly string[]): string;
  /** "A, B or C". */
  either(items: readonly string[]): string;
  /** A length of time in its two largest units, from seconds: "2 h 5 min". */
  duration(seconds: number): string;
}

const REGIONS: Readonly<Record<Locale, string>> = { en: "en-GB", fr: "fr-FR" };
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const RELATIVE_DAYS_MAX = 30;

const cache = new Map<string, unknown>();

/** Intl formatters cost far more to build than to use, so each is built once. */
function once<T>(key: string, build: () => T): T {
  const kept = cache.get(key) as T | undefined;
  if (kept !== undefined) return kept;
  const built = build();
  cache.set(key, built);
  return built;
}

function dates(locale: Locale, timeZone: string, name: string, options: Intl.DateTimeFormatOptions) {
  return once(
    `date ${locale} ${timeZone} ${name}`,
    () => new Intl.DateTimeFormat(REGIONS[locale], { ...options, timeZone }),
  );
}

function numbers(locale: Locale, digits: number, style: "decimal" | "percent") {
  const options = { style, maximumFractionDigits: digits } as const;
  return once(`number ${locale} ${digits} ${style}`, () => new Intl.NumberFormat(REGIONS[locale], options));
}

function lists(locale: Locale, type: "conjunction" | "disjunction") {
  return once(`list ${locale} ${type}`, () => new Intl.ListFormat(REGIONS[locale], { type }));
}

/** Whole days between two instants as a calendar in that zone counts them: 23:50 to 00:10 is one day. */
function calendarDays(from: Date, to: Date, timeZone: string): number {
  const key = dates("en", timeZone, "key", { year: "numeric", month: "2-digit", day: "2-digit" });
  const midnight = (at: Date): number => {
    const part = Object.fromEntries(key.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    return Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day ?? 1);
  };
  return Math.round((midnight(to) - midnight(from)) / (DAY * 1000));
}

function relative(locale: Locale, timeZone: string, now: Date, at: Date): string | null {
  const words = once(
    `relative ${locale}`,
    () => new Intl.RelativeTimeFormat(REGIONS[locale], { numeric: "auto", style: "long" }),
  );
  const seconds = Math.round((at.getTime() - now.getTime()) / 1000);
  const size = Math.abs(seconds);
  if (size < MINUTE) return words.format(0, "second");
  if (size < HOUR) return words.format(Math.trunc(seconds / MINUTE), "minute");
  const days = calendarDays(now, at, timeZone);
  if (days === 0 || size < 6 * HOUR) return words.format(Math.trunc(seconds / HOUR), "hour");
  return Math.abs(days) <= RELATIVE_DAYS_MAX ? words.format(days, "day") : null;
}

function duration(locale: Locale, seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const parts = [
    ["day", Math.floor(whole / DAY)],
    ["hour", Math.floor((whole % DAY) / HOUR)],
    ["minute", Math.floor((whole % HOUR) / MINUTE)],
    ["second", whole % MINUTE],
  ] as const;
  const first = parts.findIndex(([, count]) => count > 0);
  const shown = first < 0 ? parts.slice(3) : parts.slice(first, first + 2).filter(([, count]) => count > 0);
  const say = ([unit, count]: readonly [string, number]): string =>
    once(
      `unit ${locale} ${unit}`,
      () => new Intl.NumberFormat(REGIONS[locale], { style: "unit", unit, unitDisplay: "short" }),
    ).format(count);
  return shown.map(say).join(" ");
}

const toDate = (at: Instant): Date => (at instanceof Date ? at : new Date(at));

/** An IANA time zone that this machine knows, else UTC: a person's choice may be older than the machine's table. */
export function knownTimeZone(timeZone: string | null | undefined): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: timeZone ?? "UTC" }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}

/**
 * How to write dates, numbers and lists for one reader.
 * Takes the language, the IANA time zone (`Europe/Paris`) and the present instant, from the clock.
 */
export function formats(locale: Locale, timeZone: string, now: Date): Formats {
  const day = (name: string, options: Intl.DateTimeFormatOptions) => (at: Instant) =>
    dates(locale, timeZone, name, options).format(toDate(at));
  const date = day("date", { dateStyle: "long" });
  const thisYear = day("short", { day: "numeric", month: "short" });
  const otherYear = day("shortYear", { day: "numeric", month: "short", year: "numeric" });
  const year = day("year", { year: "numeric" });
  const shortDate = (at: Instant) => (year(at) === year(now) ? thisYear(at) : otherYear(at));
  return {
    locale,
    timeZone,
    date,
    shortDate,
    dateTime: day("dateTime", {
      day: "numeric",
      month: "long",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      timeZoneName: "short",
    }),
    time: day("time", { hour: "2-digit", minute: "2-digit" }),
    ago: (at) => relative(locale, timeZone, now, toDate(at)) ?? shortDate(at),
    number: (value, digits = 0) => numbers(locale, digits, "decimal").format(value),
    percent: (share, digits = 0) => numbers(locale, digits, "percent").format(share),
    list: (items) => lists(locale, "conjunction").format(items),
    either: (items) => lists(locale, "disjunction").format(items),
    duration: (seconds) => duration(locale, seconds),
  };
}
