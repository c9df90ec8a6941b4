import { sql } from "drizzle-orm";
import { person } from "@/members/schema";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { suppress } from "@/platform/suppress";
import { reached, type Stage } from "@/stages/shape";
import { ADMITS_FROM, AUDIENCE_FROM, EVERYONE_FROM } from "@/stages/standing";
import { type EntryView, WAYS } from "./views";

type Kind = keyof EntryView["known"];

/** By which ways people come in at which stage, and whom the pilot admits. One statement. */
export async function entryRules(db: Reader, viewer: Viewer): Promise<EntryView> {
  const rows = await db.execute<{ kind: Kind; name: string; count: number }>(sql`
    with human as (select ${person.department} as department, ${person.site} as site, ${person.groups} as groups
      from ${person} where ${person.kind} = 'human' and ${person.state} = 'active')
    select 'departments' as kind, department as name, count(*)::int as count from human group by department
    union all select 'sites', site, count(*)::int from human group by site
    union all select 'groups', one, count(*)::int from human, unnest(groups) one group by one`);
  const known = (kind: Kind) => suppress(rows.filter((row) => row.kind === kind)).shown.map(asCounted);
  return {
    stage: viewer.stage,
    version: viewer.stageVersion,
    ways: WAYS.map((way) => ({ way, from: opensAt(way), open: reached(viewer.stage, opensAt(way)) })),
    audience: viewer.audience,
    known: { departments: known("departments"), sites: known("sites"), groups: known("groups") },
    may: { steer: viewer.roles.has("admin") },
  };
}

function asCounted({ name, count }: { name: string; count: number }) {
  return { name, count };
}

function opensAt(way: (typeof WAYS)[number]): Stage {
  if (way === "audience") return AUDIENCE_FROM;
  return way === "everyone" ? EVERYONE_FROM : ADMITS_FROM[way];
}
