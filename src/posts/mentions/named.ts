import { and, count, eq, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { type Launch, readersOfSpace } from "@/spaces/policy";
import { space, spacePlace } from "@/spaces/schema";
import type { SpaceId } from "@/spaces/shape";
import { reached, STAGES } from "@/stages/shape";

/** A person whom a text may mean. */
export type Named = { readonly id: PersonId; readonly name: string; readonly reads: boolean };

/** More people of one name than this are not told apart by a name. */
const PEOPLE_MAX = 500;

/** The values of a list as one parameter, so that the statement is the same for any number of them. They are few. */
function each(values: readonly string[]): SQL {
  return sql`array(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`;
}

/** The active people of these names and ids, with whether they read the place. */
export async function peopleNamed(
  db: Reader,
  asked: { names: readonly string[]; ids: readonly string[] },
  readers: SQL,
): Promise<Named[]> {
  // One list: with an "or" between names and ids, the whole table would be read.
  const meant = sql`(select p.id from person p where lower(p.display_name) = any(${each(asked.names)})
    union all select unnest(${each(asked.ids)}::uuid[]))`;
  return db
    .select({ id: person.id, name: person.displayName, reads: sql<boolean>`${readers}` })
    .from(person)
    .where(and(eq(person.state, "active"), sql`${person.id} in ${meant}`))
    .limit(PEOPLE_MAX);
}

/**
 * The spaces that exist for every member. A text is rendered once for all its readers, so the name of any other would
 * tell somebody of it.
 */
export function knownToAll(launch: Launch): SQL {
  const open = STAGES.filter((stage) => reached(launch.stage, stage));
  return (
    and(ne(space.visibility, "private"), inArray(space.opensAt, open), isNull(space.archivedAt)) ?? sql<boolean>`false`
  );
}

/** The spaces of these addresses that may be named among the readers of a place: those known to all, and the place. */
export async function spacesNamed(
  db: Reader,
  slugs: readonly string[],
  launch: Launch,
  here: SpaceId | null,
): Promise<{ slug: string; name: string }[]> {
  const known = knownToAll(launch);
  return db
    .select({ slug: space.slug, name: space.name })
    .from(space)
    .where(and(sql`${space.slug} = any(${each(slugs)})`, here === null ? known : or(known, eq(space.id, here))));
}

/** How many people a call to a whole space tells: those with a place in it who read it, the caller left out. */
export async function countCalled(db: Reader, id: SpaceId, caller: PersonId, launch: Launch): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(spacePlace)
    .innerJoin(space, eq(space.id, spacePlace.spaceId))
    .innerJoin(person, eq(person.id, spacePlace.personId))
    .where(and(eq(spacePlace.spaceId, id), ne(spacePlace.personId, caller), readersOfSpace(launch, now())));
  return row?.n ?? 0;
}
