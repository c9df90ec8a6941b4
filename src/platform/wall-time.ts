import { HOUR } from "./durations";

/** A day and a time of the clock on a wall: `2027-03-28` and `02:30`. */
export type WallTime = { readonly day: string; readonly time: string };

/**
 * The moments at which the clocks of a place show a time: one, as a rule; none in the hour that is skipped in spring;
 * two in the hour that comes twice in autumn, the earlier first.
 * @param zone an IANA time zone
 */
export function momentsOf({ day, time }: WallTime, zone: string): Date[] {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  const moments = offsetsAround(asUtc, zone).map((offset) => asUtc - offset);
  return [...new Set(moments)]
    .sort((a, b) => a - b)
    .map((moment) => new Date(moment))
    .filter((moment) => sameWall(wallTimeAt(moment, zone), { day, time }));
}

/** What the clocks of a place show at a moment. */
export function wallTimeAt(moment: Date, zone: string): WallTime {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(moment);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  return { day: `${of("year").padStart(4, "0")}-${of("month")}-${of("day")}`, time: `${of("hour")}:${of("minute")}` };
}

/** What the clocks show instead of a time that they skip: as much later as the skipped hour is long. */
export function insteadOf({ day, time }: WallTime, zone: string): WallTime {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  // The offset of before the jump, which is the smaller one, leads behind it.
  return wallTimeAt(new Date(asUtc - Math.min(...offsetsAround(asUtc, zone))), zone);
}

/** What a zone adds to UTC on both sides of whatever happens within a day, in milliseconds. */
function offsetsAround(asUtc: number, zone: string): number[] {
  return [-24 * HOUR, 24 * HOUR].map((shift) => {
    const moment = asUtc + shift;
    const wall = wallTimeAt(new Date(moment), zone);
    return Date.parse(`${wall.day}T${wall.time}:00Z`) - moment;
  });
}

function sameWall(a: WallTime, b: WallTime): boolean {
  return a.day === b.day && a.time === b.time;
}
