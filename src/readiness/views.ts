import { z } from "zod";
import { ENTRY_KINDS, entryId } from "./calendar/shape";

const count = z.number().int().min(0);

/** The community's year, week by week: totals only. */
export const curvesView = z.object({
  at: z.date(),
  weeks: z.array(
    z.object({
      /** The Monday that it begins with, 0:00 UTC. */
      from: z.date(),
      voices: count,
      returning: count,
      opened: count,
      /** Null while the week's last conversations may still be answered in time. */
      answered: count.nullable(),
    }),
  ),
});
export type CurvesView = z.output<typeof curvesView>;

/** The first figure of each gate, week by week. */
export const pastView = z.array(z.object({ key: z.string(), values: z.array(z.number()) }));
export type PastView = z.output<typeof pastView>;

/** A line of the calendar as it stands on the page. */
export const calendarLine = z.object({
  id: entryId,
  kind: z.enum(ENTRY_KINDS),
  name: z.string(),
  site: z.string(),
  from: z.iso.date(),
  until: z.iso.date(),
  enteredAt: z.date(),
  by: z.string().nullable(),
});
export type CalendarLine = z.output<typeof calendarLine>;

export const roundView = z.object({ openedAt: z.date(), closesAt: z.date(), asked: count, answered: count });
export type RoundView = z.output<typeof roundView>;

/** The calendar, the quiet weeks that are over, and the latest question to members. */
export const calendarView = z.object({
  lines: z.array(calendarLine),
  quietWeeks: z.array(
    z.object({
      from: z.number(),
      until: z.number(),
      written: count,
      before: z.number(),
      byTeam: count,
      ratio: z.number().nullable(),
      reading: z.enum(["lives", "between", "carried", "unknown"]),
    }),
  ),
  round: roundView.nullable(),
  may: z.object({ enter: z.boolean() }),
});
export type CalendarView = z.output<typeof calendarView>;

/** What is asked of the viewer, if anything. */
export const questionView = z.object({
  open: z.object({ closesAt: z.date(), hasAnswered: z.boolean() }).nullable(),
  /** Never wants to be asked. */
  never: z.boolean(),
});
export type QuestionView = z.output<typeof questionView>;
