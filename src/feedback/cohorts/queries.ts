import { sql } from "drizzle-orm";
import { person } from "@/members/schema";
import type { Reader } from "@/platform/database/client";
import type { CohortView } from "./views";

/** Of each kind those with the most people; what stands on a board already is offered there anyway. */
const OF_A_KIND_MAX = 60;

/** The departments, sites and groups that the directory knows, the largest of each kind first. */
export async function cohortsToChoose(db: Reader): Promise<CohortView[]> {
  const rows: Iterable<Omit<CohortView, "word">> = await db.execute(sql`
    select kind, name, people from (
      select kind, name, count(*)::int as people, row_number() over (partition by kind order by count(*) desc, name) as place
      from (
        select 'department' as kind, ${person.department} as name from ${person} where ${person.state} = 'active'
        union all select 'site', ${person.site} from ${person} where ${person.state} = 'active'
        union all select 'group', one from ${person}, unnest(${person.groups}) one where ${person.state} = 'active'
      ) belongs
      where name <> '' group by kind, name) counted
    where place <= ${OF_A_KIND_MAX}
    order by array_position(array['department', 'site', 'group'], kind), place`);
  return [...rows].map((row) => ({ ...row, word: `${row.kind}:${row.name}` }));
}
