import { and, desc, eq, isNull } from "drizzle-orm";
import { person } from "@/members/schema";
import type { Reader } from "@/platform/database/client";
import type { Id } from "@/platform/ids";
import { calendarEntry } from "../schema";
import type { CalendarLine } from "../views";

/** Lines on the page at most: ten years of a busy calendar. */
const LINES_MAX = 300;

const columns = {
  id: calendarEntry.id,
  kind: calendarEntry.kind,
  name: calendarEntry.name,
  site: calendarEntry.site,
  from: calendarEntry.fromDay,
  until: calendarEntry.untilDay,
  enteredAt: calendarEntry.enteredAt,
  by: person.displayName,
};

/** The calendar that stands, the latest days first. */
export function calendarLines(db: Reader): Promise<CalendarLine[]> {
  return db
    .select(columns)
    .from(calendarEntry)
    .leftJoin(person, eq(person.id, calendarEntry.enteredBy))
    .where(isNull(calendarEntry.removedAt))
    .orderBy(desc(calendarEntry.fromDay), desc(calendarEntry.id))
    .limit(LINES_MAX)
    .execute();
}

export async function lineById(db: Reader, id: Id<"calendar-entry">): Promise<CalendarLine | null> {
  const [row] = await db
    .select(columns)
    .from(calendarEntry)
    .leftJoin(person, eq(person.id, calendarEntry.enteredBy))
    .where(and(eq(calendarEntry.id, id), isNull(calendarEntry.removedAt)));
  return row ?? null;
}
