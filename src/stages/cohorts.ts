import { type SQL, sql } from "drizzle-orm";
import { person } from "@/members/schema";

/** `cohortsOf` as a column of `person`. What is nameless is in it and matches nothing: no cohort is without a name. */
export const cohortsOfPerson: SQL<string[]> = sql<string[]>`(array['department:' || ${person.department},
  'site:' || ${person.site}] || array(select 'group:' || name from unnest(${person.groups}) name))`;

/** Cohorts that are known by name, as a list to compare with. */
export function cohortList(words: readonly string[]): SQL<string[]> {
  const all = words.map((word) => sql`${word}`);
  return sql<string[]>`array[${sql.join(all, sql`, `)}]::text[]`;
}
