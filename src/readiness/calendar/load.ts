import { asc, sql } from "drizzle-orm";
import type { Reader } from "@/platform/database/client";
import { DAY } from "@/platform/durations";
import { calendarEntry } from "../schema";
import type { EntryKind } from "./shape";
import type { Calendar, Span } from "./spans";

/** A line as the computation reads it. */
export type Line = { readonly kind: EntryKind; readonly site: string; readonly from: string; readonly until: string };

/**
 * The calendar as it was known at a moment: what was entered or removed later is left out, so that a moment that was
 * judged once is judged the same again.
 */
export async function linesAt(db: Reader, at: Date): Promise<Line[]> {
  const moment = sql`${at.toISOString()}::timestamptz`;
  return await db
    .select({
      kind: calendarEntry.kind,
      site: calendarEntry.site,
      from: calendarEntry.fromDay,
      until: calendarEntry.untilDay,
    })
    .from(calendarEntry)
    .where(sql`${calendarEntry.enteredAt} <= ${moment}
      and (${calendarEntry.removedAt} is null or ${calendarEntry.removedAt} > ${moment})`)
    .orderBy(asc(calendarEntry.fromDay), asc(calendarEntry.id));
}

/** What the lines do to the figures. Days are read in UTC. */
export function calendarOf(lines: readonly Line[], siteOf: ReadonlyMap<string, string>): Calendar {
  const leave = lines.filter(({ kind }) => kind === "leave");
  const siteLeave = new Map<string, Span[]>();
  for (const line of leave.filter(({ site }) => site !== ""))
    siteLeave.set(line.site, [...(siteLeave.get(line.site) ?? []), spanOf(line)]);
  return {
    leave: leave.filter(({ site }) => site === "").map(spanOf),
    siteLeave,
    siteOf,
    events: lines.filter(({ kind }) => kind === "event").map((line) => spanOf(line).from),
    timeZone: "UTC",
  };
}

/** A line's days as moments: from the first one's beginning to the last one's end. */
export function spanOf({ from, until }: Pick<Line, "from" | "until">): Span {
  return { from: Date.parse(from), until: Date.parse(until) + DAY };
}
