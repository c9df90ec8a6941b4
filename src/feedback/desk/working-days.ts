import { daysAfter } from "@/platform/clock";

/** The moment so many working days before another; Saturdays and Sundays do not count. */
export function workingDaysBefore(moment: Date, days: number): Date {
  let at = moment;
  for (let left = days; left > 0; ) {
    at = daysAfter(at, -1);
    if (at.getUTCDay() % 6 !== 0) left -= 1;
  }
  return at;
}
