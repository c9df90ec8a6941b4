import { z } from "zod";
import { COHORT_PARTS } from "@/stages/cohort-words";

/** A department, a site or a group of the directory, and how many people belong to it. */
export const cohortView = z.object({
  word: z.string(),
  kind: z.enum(COHORT_PARTS),
  name: z.string(),
  people: z.number().int(),
});
export type CohortView = z.output<typeof cohortView>;
