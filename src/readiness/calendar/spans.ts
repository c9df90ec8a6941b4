import { DAY } from "@/platform/durations";

/** From `from` (included) to `until` (excluded), in milliseconds since 1970. */
export type Span = { readonly from: number; readonly until: number };

/** What the organisation's year does to the figures. */
export type Calendar = {
  /** Weeks of collective leave: skipped, never counted as silence. */
  readonly leave: readonly Span[];
  /** Meetings, contests, campaigns: the moments at which they began. */
  readonly events: readonly number[];
  /** Leave of one site alone: its people need not be answered then; the weeks of all others count. */
  readonly siteLeave?: ReadonlyMap<string, readonly Span[]>;
  readonly siteOf?: ReadonlyMap<string, string>;
  /** IANA name, for what a weekend is. */
  readonly timeZone: string;
};

export const PLAIN_CALENDAR: Calendar = Object.freeze({ leave: [], events: [], timeZone: "UTC" });

/** Spans in order, without overlaps. */
export function merged(spans: readonly Span[]): Span[] {
  const result: { from: number; until: number }[] = [];
  for (const span of [...spans].filter((s) => s.until > s.from).sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && span.from <= last.until) last.until = Math.max(last.until, span.until);
    else result.push({ ...span });
  }
  return result;
}

/**
 * The moment that lies `duration` of counted time before `at`, leave left out.
 * @param leave merged spans
 */
export function countedBack(at: number, duration: number, leave: readonly Span[]): number {
  let start = at - duration;
  for (const span of leave.toReversed()) {
    if (span.from >= at || span.until <= start) continue;
    start -= Math.min(span.until, at) - span.from;
  }
  return start;
}

/** Counted time between two moments, leave left out, in milliseconds. `spans` are merged. */
export function timeOutside(from: number, until: number, spans: readonly Span[]): number {
  let inside = 0;
  for (const span of spans) inside += Math.max(0, Math.min(until, span.until) - Math.max(from, span.from));
  return Math.max(0, until - from - inside);
}

/** True when `at` lies in one of the spans. */
export function within(at: number, spans: readonly Span[]): boolean {
  return spans.some((span) => at >= span.from && at < span.until);
}

/**
 * Weekends and leave between two moments: hours in which nobody need answer.
 * @param site whose own leave is meant too
 * @returns merged spans
 */
export function closedHours(from: number, until: number, calendar: Calendar, site = ""): Span[] {
  const days: Span[] = [];
  const offsetAt = zoneOffset(calendar.timeZone);
  const firstDay = Math.floor((from - DAY) / DAY);
  const lastDay = Math.ceil((until + DAY) / DAY);
  for (let day = firstDay; day <= lastDay; day++) {
    const weekday = (((day + 4) % 7) + 7) % 7;
    if (weekday !== 0 && weekday !== 6) continue;
    days.push({ from: midnight(day, offsetAt), until: midnight(day + 1, offsetAt) });
  }
  return merged([...days, ...calendar.leave, ...(calendar.siteLeave?.get(site) ?? [])]);
}

/** Local midnight of a day counted from 1970-01-01, as a moment. */
function midnight(day: number, offsetAt: (at: number) => number): number {
  const asUtc = day * DAY;
  return asUtc - offsetAt(asUtc - offsetAt(asUtc));
}

/** Milliseconds by which local time is ahead of UTC at a moment. */
function zoneOffset(timeZone: string): (at: number) => number {
  if (timeZone === "UTC") return () => 0;
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  return (at) => {
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
  };
}
