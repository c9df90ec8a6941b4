import { and, isNull, type SQL, sql } from "drizzle-orm";
import { person } from "@/members/schema";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { readersOfSpace, type SpaceFacts, spacesReadableBy } from "./policy";
import { space } from "./schema";
import type { SpaceId } from "./shape";

/** A form offers this many spaces; nobody has a place to write in more of them without searching. */
const TARGETS_MAX = 200;

/** A space that something can be moved to, with what decides whether it may be. */
export type Target = SpaceFacts & { slug: string; name: string };

/** The open spaces that somebody reads and something could go to, by name. */
export async function targetsAmong(db: Reader, viewer: Viewer, those: SQL): Promise<Target[]> {
  return db
    .select({
      id: space.id,
      slug: space.slug,
      name: space.name,
      visibility: space.visibility,
      opensAt: space.opensAt,
      archivedAt: space.archivedAt,
    })
    .from(space)
    .where(and(spacesReadableBy(viewer), isNull(space.archivedAt), those))
    .orderBy(sql`lower(${space.name})`, space.id)
    .limit(TARGETS_MAX);
}

/** Who reads a space now, as a query of ids. */
function readerIds(viewer: Viewer, id: SpaceId): SQL {
  return sql`(select ${person.id} from ${person} cross join ${space}
    where ${space.id} = ${id} and ${person.kind} <> 'bot' and ${readersOfSpace(viewer, now())})`;
}

/** How many people read one space and not another, as a number to select. Nobody is named. */
export function readersOnlyOf(viewer: Viewer, one: SpaceId, other: SpaceId): SQL<number> {
  return sql`(select count(*)::int from (${readerIds(viewer, one)} except ${readerIds(viewer, other)}) only_there)`;
}
