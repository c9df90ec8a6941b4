import { z } from "zod";

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
