import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY } from "@/platform/durations";
import { workingDaysBefore } from "./working-days";

test("weekends do not count", () => {
  const monday = new Date("2026-11-23T09:00:00Z");
  expect(workingDaysBefore(monday, 1)).toEqual(new Date("2026-11-20T09:00:00Z"));
  expect(workingDaysBefore(monday, 10)).toEqual(new Date("2026-11-09T09:00:00Z"));
  expect(workingDaysBefore(new Date("2026-11-22T09:00:00Z"), 1)).toEqual(new Date("2026-11-20T09:00:00Z"));
});

test("it never ends on a weekend, and two weeks have ten working days wherever they begin", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true }),
      (moment) => {
        const before = workingDaysBefore(moment, 10);
        expect(before.getUTCDay() % 6).not.toBe(0);
        expect((moment.getTime() - before.getTime()) / DAY).toBeGreaterThanOrEqual(12);
        expect((moment.getTime() - before.getTime()) / DAY).toBeLessThanOrEqual(14);
      },
    ),
  );
});
