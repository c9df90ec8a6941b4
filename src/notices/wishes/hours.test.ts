import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { afterQuiet, duePeriod, isQuiet } from "./hours";
import { DEFAULT_WISH } from "./shape";

const zone = fc.constantFrom(
  "Europe/Paris",
  "America/New_York",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "America/Sao_Paulo",
  "UTC",
);
/** Around the changes of the clocks as well as between them. */
const moment = fc.date({ min: new Date("2025-01-01"), max: new Date("2028-01-01"), noInvalidDate: true });
const rhythms = fc.constantFrom("daily" as const, "weekly" as const);
/** Fifty days from each of these hold a change of the clock, north or south. */
const starts = fc.constantFrom(Date.UTC(2026, 2, 2, 12), Date.UTC(2026, 8, 21, 12));
const hour = fc.integer({ min: 0, max: 23 });
const workdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 7 });
const quiet = fc.record({ quietFrom: hour, quietUntil: hour, workdays });

test("mail that waits comes at the first moment that is not quiet, in any zone and on any night", () => {
  fc.assert(
    fc.property(moment, zone, quiet, (at, timeZone, hours) => {
      const until = afterQuiet(at, timeZone, hours);
      expect(until >= at).toBe(true);
      expect(isQuiet(until, timeZone, hours)).toBe(false);
      if (until > at) expect(isQuiet(new Date(until.getTime() - 3_600_000), timeZone, hours)).toBe(true);
    }),
  );
});

test("a mail of the night waits until the morning on the person's own clock, also when the clock changes", () => {
  const paris = (text: string) => new Date(text);
  expect(afterQuiet(paris("2026-03-28T23:30:00+01:00"), "Europe/Paris", { ...DEFAULT_WISH, workdays: [] })).toEqual(
    paris("2026-03-29T07:00:00+02:00"),
  );
  expect(afterQuiet(paris("2026-10-24T23:30:00+02:00"), "Europe/Paris", { ...DEFAULT_WISH, workdays: [] })).toEqual(
    paris("2026-10-25T07:00:00+01:00"),
  );
  // From Friday evening to Monday morning.
  expect(afterQuiet(paris("2026-11-27T21:00:00+01:00"), "Europe/Paris", DEFAULT_WISH)).toEqual(
    paris("2026-11-30T07:00:00+01:00"),
  );
});

test("whatever the clocks do, every digest comes once a period, and each period has one", () => {
  fc.assert(
    fc.property(zone, hour, rhythms, starts, (timeZone, digestHour, rhythm, start) => {
      const time = { rhythm, digestDay: 1, digestHour, workdays: [] };
      const seen: string[] = [];
      for (let tick = 0; tick < 50 * 24; tick += 1) {
        const period = duePeriod(new Date(start + tick * 3_600_000), timeZone, time);
        if (period !== null && period !== seen.at(-1)) seen.push(period);
      }
      expect(new Set(seen).size).toBe(seen.length);
      const [first, last] = [seen[0] ?? "", seen.at(-1) ?? ""];
      const days = Temporal.PlainDate.from(first).until(Temporal.PlainDate.from(last)).days;
      expect(seen.length).toBe(Math.round(days / (rhythm === "daily" ? 1 : 7)) + 1);
    }),
    { numRuns: 10 },
  );
});

test("no digest is sent days late: whoever changes to another day waits for it", () => {
  const time = { ...DEFAULT_WISH, digestDay: 1 };
  expect(duePeriod(new Date("2026-11-26T09:00:00Z"), "UTC", time)).toBeNull();
  expect(duePeriod(new Date("2026-11-23T07:59:00Z"), "UTC", time)).toBeNull();
  expect(duePeriod(new Date("2026-11-23T08:00:00Z"), "UTC", time)).toBe("2026-11-23");
});
