import { type SQL, sql } from "drizzle-orm";
import { DAY } from "@/platform/durations";

/** Monday, 5 January 1970. */
const MONDAY = 4;

/** How many working days, Monday to Friday, have begun up to a moment; days are days in UTC, as promised ones are. */
function workingDay(at: Date): number {
  const day = Math.floor(at.getTime() / DAY) - MONDAY;
  const ofWeek = ((day % 7) + 7) % 7;
  return (5 * (day - ofWeek)) / 7 + Math.min(ofWeek, 4);
}

/** How many working days lie between two moments: from a Friday to the Monday after it, one. */
export function workingDaysBetween(from: Date, to: Date): number {
  return workingDay(to) - workingDay(from);
}

/** `workingDaysBetween` in SQL, for moments after 1970. */
export function workingDaysIn(from: SQL, to: SQL): SQL<number> {
  return sql<number>`(${workingDayIn(to)} - ${workingDayIn(from)})`;
}

function workingDayIn(at: SQL): SQL<number> {
  const day = sql`((${at} at time zone 'UTC')::date - date '1970-01-05')`;
  return sql<number>`(5 * (${day} / 7) + least(${day} % 7, 4))`;
}
