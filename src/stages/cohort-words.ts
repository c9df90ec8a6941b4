import { z } from "zod";

/** What a cohort can be: a part of the directory. A form sends one as `department:R&D`. */
export const COHORT_PARTS = ["department", "site", "group"] as const;

export const COHORT_WORD_MAX = 130;
export const cohortWord = z
  .string()
  .max(COHORT_WORD_MAX)
  .regex(/^(department|site|group):./);

/** What the directory says of a person, as far as cohorts go. */
export type Placed = { readonly department: string; readonly site: string; readonly groups: readonly string[] };

/** The cohorts that a person belongs to, as words. A person without a department belongs to none. */
export function cohortsOf({ department, site, groups }: Placed): string[] {
  return [
    ...(department === "" ? [] : [`department:${department}`]),
    ...(site === "" ? [] : [`site:${site}`]),
    ...groups.filter((name) => name !== "").map((name) => `group:${name}`),
  ];
}
