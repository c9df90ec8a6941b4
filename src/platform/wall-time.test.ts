import fc from "fast-check";
import { expect, test } from "vitest";
import { insteadOf, momentsOf, wallTimeAt } from "./wall-time";

const PARIS = "Europe/Paris";
const iso = (moments: readonly Date[]) => moments.map((moment) => moment.toISOString());

test("a time in winter and in summer is the moment that the clocks of the place show", () => {
  expect(iso(momentsOf({ day: "2027-01-11", time: "09:00" }, PARIS))).toEqual(["2027-01-11T08:00:00.000Z"]);
  expect(iso(momentsOf({ day: "2027-07-11", time: "09:00" }, PARIS))).toEqual(["2027-07-11T07:00:00.000Z"]);
  expect(iso(momentsOf({ day: "2027-07-11", time: "09:00" }, "Asia/Kathmandu"))).toEqual(["2027-07-11T03:15:00.000Z"]);
});

test("a time in the skipped hour does not exist, and the clocks show another one instead", () => {
  const skipped = { day: "2027-03-28", time: "02:30" };
  expect(momentsOf(skipped, PARIS)).toEqual([]);
  expect(insteadOf(skipped, PARIS)).toEqual({ day: "2027-03-28", time: "03:30" });
  expect(insteadOf({ day: "2027-10-03", time: "02:10" }, "Australia/Lord_Howe")).toEqual({
    day: "2027-10-03",
    time: "02:40",
  });
});

test("a time in the hour that comes twice is two moments, the earlier first", () => {
  expect(iso(momentsOf({ day: "2027-10-31", time: "02:30" }, PARIS))).toEqual([
    "2027-10-31T00:30:00.000Z",
    "2027-10-31T01:30:00.000Z",
  ]);
});

test("a day of long ago is found as well, and one that the calendar does not have is not", () => {
  expect(iso(momentsOf({ day: "0099-01-01", time: "09:00" }, "UTC"))).toEqual(["0099-01-01T09:00:00.000Z"]);
  expect(momentsOf({ day: "0000-01-01", time: "09:00" }, "UTC")).toEqual([]);
});

test("what the clocks show at any moment leads back to it, and to nothing that they do not show", () => {
  const zones = fc.constantFrom(
    PARIS,
    "UTC",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Africa/Cairo",
  );
  const minute = fc.integer({ min: Date.UTC(2025, 0, 1) / 60_000, max: Date.UTC(2030, 0, 1) / 60_000 });
  fc.assert(
    fc.property(zones, minute, (zone, at) => {
      const moment = new Date(at * 60_000);
      const wall = wallTimeAt(moment, zone);
      const moments = momentsOf(wall, zone);
      expect(iso(moments)).toContain(moment.toISOString());
      for (const one of moments) expect(wallTimeAt(one, zone)).toEqual(wall);
    }),
  );
});
