import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { DAY } from "@/platform/durations";
import { loadHistory, teamSpans } from "../load";
import { latestRound } from "../missed/answer";
import type { CalendarView } from "../views";
import { calendarOf, spanOf } from "./load";
import { calendarLines } from "./queries";
import { readQuietWeek } from "./quiet-week";

/** How long after it a quiet week is told of, and what is read for it. */
const TOLD_DAYS = 120;
const READ_DAYS = 90;

/** The calendar as the launch room shows it, with what the latest quiet week says. */
export async function calendarFor(db: Reader, viewer: Viewer): Promise<CalendarView> {
  const at = now().getTime();
  const lines = await calendarLines(db);
  const over = lines
    .filter(({ kind }) => kind === "quiet")
    .map(spanOf)
    .find(({ until }) => until <= at && at - until < TOLD_DAYS * DAY);
  const quietWeeks = over === undefined ? [] : [await readWeek(db, over, calendarOf(lines, new Map()))];
  return { lines, quietWeeks, round: await latestRound(db), may: { enter: viewer.roles.has("admin") } };
}

async function readWeek(
  db: Reader,
  week: { from: number; until: number },
  calendar: ReturnType<typeof calendarOf>,
): Promise<CalendarView["quietWeeks"][number]> {
  const history = await loadHistory(db, week.until, { days: READ_DAYS });
  return readQuietWeek(history, week, { team: await teamSpans(db, week.until), calendar });
}
