import { COMMUNITY_END, communityOf, some } from "@tests/support/communities";
import { describe, expect, it } from "vitest";
import { historyOf } from "../history";
import { holdsAt } from "../holds";
import { calendarOf, type Line } from "./load";
import { readQuietWeek } from "./quiet-week";
import { newEntryShape } from "./shape";
import { closedHours } from "./spans";

const DAY = 86_400_000;
const T = COMMUNITY_END;
const day = (at: number) => new Date(at).toISOString().slice(0, 10);
const line = (kind: Line["kind"], from: number, until = from, site = ""): Line => ({
  kind,
  site,
  from: day(from),
  until: day(until),
});

describe("a line of the calendar", () => {
  const entry = { kind: "leave", name: "Summer", from: "2026-08-03", until: "" };
  const problems = (more: object) =>
    newEntryShape.safeParse({ ...entry, ...more }).error?.issues.map(({ path, message }) => [path[0], message]);
  it("is one day without a last one, and a quiet week ends on its Friday", () => {
    expect(newEntryShape.parse(entry)).toMatchObject({ from: "2026-08-03", until: "2026-08-03", site: "" });
    expect(newEntryShape.parse({ ...entry, kind: "quiet" }).until).toBe("2026-08-07");
    expect(newEntryShape.parse({ ...entry, kind: "event", site: "Lyon" }).site).toBe("");
  });
  it("is refused with what is wrong", () => {
    expect(problems({ from: "3 August" })).toContainEqual(["from", "field.date"]);
    expect(problems({ from: "2026-02-30" })).toContainEqual(["from", "field.date"]);
    for (const long of ["0000-01-01", "1969-12-31"])
      expect(problems({ from: long })).toContainEqual(["from", "field.date"]);
    expect(problems({ until: "2026-08-02" })).toEqual([["until", "field.beforeFrom"]]);
    expect(problems({ until: "2027-08-02" })).toEqual([["until", "field.leaveLong"]]);
    expect(problems({ kind: "quiet", from: "2026-08-04" })).toEqual([["from", "field.quietMonday"]]);
    expect(problems({ name: " " })?.[0]?.[0]).toBe("name");
  });
});

describe("the calendar in the figures", () => {
  it("skips everybody's leave, and lets the questions of one site wait for its own", () => {
    const calendar = calendarOf(
      [line("leave", T, T + 6 * DAY), line("leave", T - 7 * DAY, T - 5 * DAY, "Lyon")],
      new Map(),
    );
    expect(calendar.leave).toHaveLength(1);
    const open = (site: string) =>
      closedHours(T - 14 * DAY, T, calendar, site).reduce((sum, { from, until }) => sum + until - from, 0);
    expect(open("Lyon")).toBeGreaterThan(open("Leeds"));
  });
  it("knows events by their first day", () => {
    expect(calendarOf([line("event", T, T + DAY)], new Map()).events).toEqual([Date.parse(day(T))]);
  });
});

describe("facts that hold a stage back", () => {
  const keys = (lines: readonly Line[], reports = 0, overdue = 0) =>
    holdsAt(T, lines, { reports, overdue }).map(({ key }) => key);
  it("are a report, an overdue promise, the works council's step, and nobody to answer in the coming week", () => {
    expect(keys([], 1, 2)).toEqual(["reports", "promises", "council", "answering"]);
    expect(keys([line("council", T - 90 * DAY), line("answering", T, T + 6 * DAY)])).toEqual([]);
    expect(keys([line("council", T + DAY), line("answering", T - 9 * DAY, T - 3 * DAY)])).toEqual([
      "council",
      "answering",
    ]);
  });
  it("ask for somebody on every working day of the coming week, by one line or several, leave left out", () => {
    const answers = (...spans: readonly [number, number][]) => {
      const named = spans.map(([from, until]) => line("answering", T + from * DAY, T + until * DAY));
      return (more: readonly Line[] = []) => !keys([...named, ...more]).includes("answering");
    };
    // T is a Tuesday: the weekend lies four and five days on.
    expect(answers([0, 0])()).toBe(false);
    expect(answers([-9, 3])()).toBe(false);
    expect(answers([-9, 2], [3, 3], [6, 20])()).toBe(true);
    expect(answers([0, 2], [4, 20])()).toBe(false);
    expect(answers([0, 2], [4, 20])([line("leave", T + 3 * DAY)])).toBe(true);
    expect(answers([0, 2], [4, 20])([line("leave", T + 3 * DAY, T + 3 * DAY, "Lyon")])).toBe(false);
    expect(answers()([line("leave", T, T + 20 * DAY)])).toBe(false);
  });
});

describe("the quiet week", () => {
  const team = ["host", "admin"].map((person) => ({ person, since: 0, until: null }));
  const monday = Math.floor(T / DAY) * DAY - 8 * DAY;
  const week = { from: monday, until: monday + 5 * DAY };
  const history = historyOf(communityOf({ seed: 2, present: (_week, chance) => some(20, 0.7, chance) }));
  const calendar = calendarOf([], new Map());
  it("compares members with the same days of the four weeks before", () => {
    const read = readQuietWeek(history, week, { team, calendar });
    expect(read.ratio).toBeCloseTo(read.written / read.before);
    expect(read.reading).toBe("lives");
    expect(read.byTeam).toBeGreaterThan(0);
  });
  it("says that the team carries everything when all the voices are its own", () => {
    const everybody = history.people.ids.map((person) => ({ person, since: 0, until: null }));
    const silent = readQuietWeek(history, week, { team: everybody, calendar });
    expect(silent).toMatchObject({ written: 0, ratio: null, reading: "unknown" });
  });
});
