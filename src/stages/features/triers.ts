import { type SQL, sql } from "drizzle-orm";

/**
 * How many people try a feature: those to whom a preview gives it, by name or by cohort, and those who chose it, without
 * those who do without. Null where a preview gives it to everybody.
 * @param feature a column or a value
 */
export function triersOf(feature: SQL): SQL<number | null> {
  return sql<number | null>`case when exists (select 1 from feature_opening e
      where e.feature = ${feature} and e.kind = 'everybody') then null
    else (select count(*)::int from (
      select g.person_id from feature_grant g where g.feature = ${feature}
      union select c.person_id from feature_choice c where c.feature = ${feature} and c.choice = 'in'
      union select m.id from feature_opening o join person m on (o.kind = 'department' and m.department = o.name)
        or (o.kind = 'site' and m.site = o.name) or (o.kind = 'group' and o.name = any(m.groups))
        where o.feature = ${feature}) those
      join person t on t.id = those.person_id and t.state = 'active' and t.kind = 'human'
      where not exists (select 1 from feature_choice n
        where n.person_id = t.id and n.feature = ${feature} and n.choice = 'out')) end`;
}
