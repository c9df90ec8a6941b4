import { DAY } from "@/platform/durations";
import type { Block } from "./assess";
import { calendarOf, type Line, spanOf } from "./calendar/load";
import { closedHours, within } from "./calendar/spans";
import { tell } from "./tell";

/**
 * Facts that keep the next stage closed whatever the figures say: a report of harassment that nobody settled, the works
 * council's step not recorded, nobody named to answer on a working day of the coming week, and promises whose day has passed.
 * @param at in milliseconds since 1970
 * @param counts reports of harassment that are open, and promises that are overdue
 */
export function holdsAt(
  at: number,
  lines: readonly Line[],
  { reports, overdue }: { reports: number; overdue: number },
): Block[] {
  const has = (kind: Line["kind"], when: (from: number, until: number) => boolean) =>
    lines.some((line) => line.kind === kind && when(spanOf(line).from, spanOf(line).until));
  const isCouncilDone = has("council", (from) => from <= at);
  return [
    ...(reports > 0 ? [{ key: "reports", text: tell("holds.reports", { count: reports }) }] : []),
    ...(overdue > 0 ? [{ key: "promises", text: tell("holds.promises", { count: overdue }) }] : []),
    ...(isCouncilDone ? [] : [{ key: "council", text: tell("holds.council") }]),
    ...(isAnswered(at, lines) ? [] : [{ key: "answering", text: tell("holds.answering") }]),
  ];
}

/** Whether somebody is named for the coming seven days, and for each of their working days, by one line or by several. */
function isAnswered(at: number, lines: readonly Line[]): boolean {
  const today = Math.floor(at / DAY) * DAY;
  const named = lines.filter(({ kind }) => kind === "answering").map(spanOf);
  const off = closedHours(today, today + 7 * DAY, calendarOf(lines, new Map()));
  const days = Array.from({ length: 7 }, (_, n) => today + n * DAY);
  return days.some((day) => within(day, named)) && days.every((day) => within(day, off) || within(day, named));
}
