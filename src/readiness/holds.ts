import { DAY } from "@/platform/durations";
import type { Block } from "./assess";
import { type Line, spanOf } from "./calendar/load";
import { tell } from "./tell";

/**
 * Facts that keep the next stage closed whatever the figures say: a report of harassment that nobody settled, the works
 * council's step not recorded, nobody named to answer what the coming week brings, and promises whose day has passed.
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
  const isAnswered = has("answering", (from, until) => from < at + 7 * DAY && until > at);
  return [
    ...(reports > 0 ? [{ key: "reports", text: tell("holds.reports", { count: reports }) }] : []),
    ...(overdue > 0 ? [{ key: "promises", text: tell("holds.promises", { count: overdue }) }] : []),
    ...(isCouncilDone ? [] : [{ key: "council", text: tell("holds.council") }]),
    ...(isAnswered ? [] : [{ key: "answering", text: tell("holds.answering") }]),
  ];
}
