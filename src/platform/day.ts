import { z } from "zod";

/** The first day of the clocks that we count by: nothing here is about a day before. The year 0 is none to PostgreSQL. */
const FIRST_DAY = "1970-01-01";

/** A day as a form sends it: `2027-03-28`. */
export const dayShape = z
  .string()
  .trim()
  .refine((text) => text >= FIRST_DAY && z.iso.date().safeParse(text).success, "field.date");
