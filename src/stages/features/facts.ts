import { type SQL, sql } from "drizzle-orm";
import type { Stage } from "../shape";
import type { FeatureFacts, Rule } from "./state";

/** Whether an opening `o` of a preview is for the person `p`. */
export const openedTo: SQL = sql`(o.kind = 'everybody' or (o.kind = 'department' and o.name = p.department)
  or (o.kind = 'site' and o.name = p.site) or (o.kind = 'group' and o.name = any(p.groups)))`;

/**
 * What decides about features, as columns of a query on `person p` and `launch_state l`. The passport has them too, so
 * that no page asks for them by itself and a change counts at the next request, in every process.
 */
export const featureColumns: SQL = sql`
  coalesce((select jsonb_agg(jsonb_build_object('feature', f.feature, 'kind', f.kind, 'name', f.name, 'state', f.state))
    from feature_rule f where f.stage = l.stage), '[]'::jsonb) as rules,
  array(select k.feature from feature_kill k) as killed,
  coalesce((select jsonb_object_agg(c.feature, c.choice) from feature_choice c where c.person_id = p.id),
    '{}'::jsonb) as choices,
  array(select g.feature from feature_grant g where g.person_id = p.id
    union select o.feature from feature_opening o where ${openedTo}) as granted`;

/** The columns as they come back. */
export type FeatureColumns = {
  stage: Stage;
  rules: Rule[];
  killed: string[];
  choices: Record<string, "in" | "out">;
  granted: string[];
  department: string;
  site: string;
  groups: string[];
};

/** The facts that a row holds, but for the roles, which each caller knows in its own way. */
export function factsFrom(row: FeatureColumns): Omit<FeatureFacts, "isTeam"> {
  const { stage, rules, department, site, groups } = row;
  const choices = new Map(Object.entries(row.choices));
  const granted = new Set(row.granted);
  return { stage, rules, killed: new Set(row.killed), choices, granted, department, site, groups };
}
