import { and, eq, isNull } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import { calendarEntered, calendarRemoved } from "../events";
import { calendarEntry } from "../schema";
import type { CalendarLine } from "../views";
import type { NewEntry } from "./shape";

/** Enters a line. It counts from this moment on, also for days that have passed. */
export async function enterLine(act: Act, { from, until, ...entry }: NewEntry): Promise<void> {
  const id = newId<"calendar-entry">();
  await act.tx
    .insert(calendarEntry)
    .values({ id, ...entry, fromDay: from, untilDay: until, enteredBy: act.actor, enteredAt: now() });
  await record(act, calendarEntered, id, { kind: entry.kind });
}

/**
 * Takes a line out. What was judged while it stood is not judged anew.
 * @throws Refusal `conflict` when it was taken out already
 */
export async function removeLine(act: Act, { id, kind }: Pick<CalendarLine, "id" | "kind">): Promise<void> {
  const gone = await act.tx
    .update(calendarEntry)
    .set({ removedAt: now() })
    .where(and(eq(calendarEntry.id, id), isNull(calendarEntry.removedAt)))
    .returning({ id: calendarEntry.id });
  if (gone.length === 0) throw new Refusal("conflict");
  await record(act, calendarRemoved, id, { kind });
}
