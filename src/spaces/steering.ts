import { eq, type SQL, sql } from "drizzle-orm";
import { person } from "@/members/schema";
import { isTeam, type Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { space } from "./schema";
import type { GroupKind, GroupName, SpaceId } from "./shape";
import type { SettingsView } from "./views";

/** How many names of groups a form offers at most. */
const CHOICES_MAX = 500;

type Steering = SettingsView["groups"][number];
type Row = { guidelines: string; groups: Steering[] | null; choices: Steering[] | null };

/**
 * The groups that the viewer may let into a space, as rows of kind, name and people. Hosts and admins choose among all
 * that anybody is in; an owner among their own, so that nobody is brought into a stranger's room.
 */
function choicesFor(viewer: Viewer): SQL {
  const all = sql`
    select 'group' as kind, g.name, count(*)::int as people from person p, unnest(p.groups) g(name)
      where p.state = 'active' and g.name <> '' group by g.name
    union all select 'department', p.department, count(*)::int from person p
      where p.state = 'active' and p.department <> '' group by p.department
    union all select 'site', p.site, count(*)::int from person p
      where p.state = 'active' and p.site <> '' group by p.site`;
  if (isTeam(viewer)) return all;
  return sql`select found.* from (${all}) found join person me on me.id = ${viewer.id}::uuid
    and ((found.kind = 'group' and found.name = any(me.groups))
      or (found.kind = 'department' and found.name = me.department)
      or (found.kind = 'site' and found.name = me.site))`;
}

const asJson = sql`json_agg(json_build_object('kind', kind, 'name', name, 'people', people) order by kind, lower(name))`;

/** What those who run a space change of it, beside its view. */
export async function settingsOf(db: Reader, viewer: Viewer, id: SpaceId): Promise<Omit<SettingsView, "space">> {
  const rows: Iterable<Row> = await db.execute<Row>(sql`
    with choices as (${choicesFor(viewer)})
    select ${space.guidelines},
      (select ${asJson} from (select g.kind, g.name, (select count(*)::int from person p where p.state = 'active'
          and case g.kind when 'group' then p.groups @> array[g.name] when 'site' then p.site = g.name
            else p.department = g.name end) as people
        from space_group g where g.space_id = ${space.id}) steering) as groups,
      (select ${asJson} from (select * from choices c where not exists (select 1 from space_group g
          where g.space_id = ${space.id} and g.kind = c.kind and g.name = c.name) limit ${CHOICES_MAX}) offered) as choices
    from ${space} where ${eq(space.id, id)}`);
  const [row] = [...rows];
  return { guidelines: row?.guidelines ?? "", groups: row?.groups ?? [], choices: row?.choices ?? [] };
}

/** Whether the viewer may let a group into a space that they run. */
export async function mayBring(db: Reader, viewer: Viewer, group: GroupName): Promise<boolean> {
  const isIn: Record<GroupKind, SQL> = {
    group: sql`${person.groups} @> array[${group.name}]::text[]`,
    department: sql`${person.department} = ${group.name}`,
    site: sql`${person.site} = ${group.name}`,
  };
  const who = isTeam(viewer) ? sql`${person.state} = 'active'` : eq(person.id, viewer.id);
  const [row] = await db.select({ id: person.id }).from(person).where(sql`${isIn[group.kind]} and ${who}`).limit(1);
  return row !== undefined;
}
