import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { person } from "@/members/schema";

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

/** `cohortsOf` as a column of `person`. What is nameless is in it and matches nothing: no cohort is without a name. */
export const cohortsOfPerson: SQL<string[]> = sql<string[]>`(array['department:' || ${person.department},
  'site:' || ${person.site}] || array(select 'group:' || name from unnest(${person.groups}) name))`;

/** Cohorts that are known by name, as a list to compare with. */
export function cohortList(words: readonly string[]): SQL<string[]> {
  const all = words.map((word) => sql`${word}`);
  return sql<string[]>`array[${sql.join(all, sql`, `)}]::text[]`;
}
