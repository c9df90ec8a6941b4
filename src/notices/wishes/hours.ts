import { Temporal } from "temporal-polyfill";
import { DAY } from "@/platform/durations";
import type { Wish } from "./shape";

/** The hours of a person in which mail waits. */
export type QuietHours = Pick<Wish, "quietFrom" | "quietUntil" | "workdays">;

type Local = Temporal.ZonedDateTime;

function localOf(at: Date, timeZone: string): Local {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
}

function isQuietHour(hour: number, { quietFrom, quietUntil }: QuietHours): boolean {
  if (quietFrom === quietUntil) return false;
  if (quietFrom < quietUntil) return hour >= quietFrom && hour < quietUntil;
  return hour >= quietFrom || hour < quietUntil;
}

/** Whether mail waits at a moment, on the person's own clock. */
export function isQuiet(at: Date, timeZone: string, quiet: QuietHours): boolean {
  const local = localOf(at, timeZone);
  const isWorkday = quiet.workdays.length === 0 || quiet.workdays.includes(local.dayOfWeek);
  return !isWorkday || isQuietHour(local.hour, quiet);
}

/**
 * The first moment from `at` on at which mail may come. It walks from hour to hour of the clock, so that a night with an
 * hour more or less than others needs no thought.
 */
export function afterQuiet(at: Date, timeZone: string, quiet: QuietHours): Date {
  if (!isQuiet(at, timeZone, quiet)) return at;
  let local = localOf(at, timeZone).round({ smallestUnit: "hour", roundingMode: "floor" });
  for (let step = 0; step < HOURS_MAX; step += 1) {
    local = local.add({ hours: 1 });
    const moment = new Date(local.epochMilliseconds);
    if (moment > at && !isQuiet(moment, timeZone, quiet)) return moment;
  }
  return at;
}

/** More hours than any week has; quiet hours that leave none open end here. */
const HOURS_MAX = 24 * 9;

/** When and how often a person reads a digest. */
export type DigestTime = Pick<Wish, "rhythm" | "digestDay" | "digestHour" | "workdays">;

/**
 * The period whose digest is due at a moment: the day on which its hour last struck, when that is less than a day ago.
 * An hour that the clock leaves out in spring strikes as the next one; one that comes twice strikes once.
 * @returns the day as `2026-11-23`, or null when none is due
 */
export function duePeriod(at: Date, timeZone: string, time: DigestTime): string | null {
  const local = localOf(at, timeZone);
  for (const back of [0, 1]) {
    const day = local.toPlainDate().subtract({ days: back });
    if (!isDigestDay(day.dayOfWeek, time)) continue;
    const struck = day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour: time.digestHour }) });
    const sinceMs = at.getTime() - struck.epochMilliseconds;
    if (sinceMs >= 0 && sinceMs < DAY) return day.toString();
  }
  return null;
}

/** A daily digest keeps to the days on which mail may come. */
function isDigestDay(day: number, { rhythm, digestDay, workdays }: DigestTime): boolean {
  if (rhythm === "weekly") return day === digestDay;
  return workdays.length === 0 || workdays.includes(day);
}
