import { eq, sql } from "drizzle-orm";
import type { Reader } from "@/platform/database/client";
import { space } from "./schema";
import type { SpaceId } from "./shape";
import type { AboutView } from "./views";

/** How many owners are named; a room with more has nobody in charge anyway. */
const OWNERS_MAX = 12;

type About = Omit<AboutView, "space">;

/** What a space says of itself, beside its view. The caller has checked that it exists for the viewer. */
export async function aboutSpace(db: Reader, id: SpaceId): Promise<About> {
  const [row] = await db
    .select({
      guidelines: space.guidelines,
      owners: sql<About["owners"]>`coalesce((select json_agg(o) from (
        select p.id, p.display_name as "displayName" from space_place pl join person p on p.id = pl.person_id
        where pl.space_id = ${id}::uuid and pl.role = 'owner'
        order by lower(p.display_name), p.id limit ${OWNERS_MAX}) o), '[]'::json)`,
      groups: sql<About["groups"]>`coalesce((select json_agg(json_build_object('kind', g.kind, 'name', g.name)
        order by g.kind, lower(g.name)) from space_group g where g.space_id = ${id}::uuid), '[]'::json)`,
    })
    .from(space)
    .where(eq(space.id, id));
  return row ?? { guidelines: "", owners: [], groups: [] };
}
