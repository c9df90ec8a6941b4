import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { cardColumns } from "@/members/queries";
import { person } from "@/members/schema";
import type { PersonCard } from "@/members/views";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, type Page, type PageInput } from "@/platform/database/page";
import { canJoinSpace, canLeaveSpace, canReadSpace, canRunSpace, canWriteInSpace, spacesVisibleTo } from "./policy";
import { space, spaceMember } from "./schema";
import type { SpaceId } from "./shape";
import type { SpaceView } from "./views";

const columns = {
  id: space.id,
  slug: space.slug,
  name: space.name,
  purpose: space.purpose,
  visibility: space.visibility,
  opensAt: space.opensAt,
  archivedAt: space.archivedAt,
  memberCount: space.memberCount,
  postCount: space.postCount,
  lastPostAt: space.lastPostAt,
};

type Row = Omit<SpaceView, "place" | "may">;

function viewFor(viewer: Viewer, row: Row): SpaceView {
  return {
    ...row,
    place: viewer.spaces.get(row.id) ?? null,
    may: {
      read: canReadSpace(viewer, row),
      write: canWriteInSpace(viewer, row).allowed,
      join: canJoinSpace(viewer, row).allowed,
      leave: canLeaveSpace(viewer, row).allowed,
      run: canRunSpace(viewer, row).allowed,
    },
  };
}

async function oneSpace(db: Reader, viewer: Viewer, which: SQL): Promise<SpaceView | null> {
  const [row] = await db
    .select(columns)
    .from(space)
    .where(and(which, spacesVisibleTo(viewer)));
  return row === undefined ? null : viewFor(viewer, row);
}

/** A space by its address, or null when it does not exist for the viewer. */
export function spaceBySlug(db: Reader, viewer: Viewer, slug: string): Promise<SpaceView | null> {
  return oneSpace(db, viewer, eq(space.slug, slug));
}

/** A space by its id, or null when it does not exist for the viewer. */
export function spaceById(db: Reader, viewer: Viewer, id: SpaceId): Promise<SpaceView | null> {
  return oneSpace(db, viewer, eq(space.id, id));
}

const nameKey = z.tuple([z.string(), z.uuid()]);

/** The spaces that exist for the viewer, by name. */
export async function spacesFor(db: Reader, viewer: Viewer, page: PageInput): Promise<Page<SpaceView>> {
  const key = decodeKey(page.after, nameKey);
  const after = key === null ? undefined : sql`(lower(${space.name}), ${space.id}) > (${key[0]}, ${key[1]}::uuid)`;
  const rows = await db
    .select({ ...columns, sort: sql<string>`lower(${space.name})` })
    .from(space)
    .where(and(spacesVisibleTo(viewer), isNull(space.archivedAt), after))
    .orderBy(sql`lower(${space.name})`, asc(space.id))
    .limit(page.take + 1);
  const { items, next } = cut(rows, page.take, (row) => [row.sort, row.id]);
  return { items: items.map((row) => viewFor(viewer, row)), next };
}

/** Who has a place in a space, owners first. The caller has checked that the viewer may read it. */
export async function membersOfSpace(
  db: Reader,
  id: SpaceId,
  page: PageInput,
): Promise<Page<PersonCard & { place: "member" | "owner" }>> {
  const rank = sql<number>`(${spaceMember.role} <> 'owner')::int`;
  const key = decodeKey(page.after, z.tuple([z.number(), z.string(), z.uuid()]));
  const after =
    key === null
      ? undefined
      : sql`(${rank}, lower(${person.displayName}), ${person.id}) > (${key[0]}::int, ${key[1]}, ${key[2]}::uuid)`;
  const rows = await db
    .select({ ...cardColumns, place: spaceMember.role, rank, sort: sql<string>`lower(${person.displayName})` })
    .from(spaceMember)
    .innerJoin(person, eq(person.id, spaceMember.personId))
    .where(and(eq(spaceMember.spaceId, id), after))
    .orderBy(rank, sql`lower(${person.displayName})`, asc(person.id))
    .limit(page.take + 1);
  return cut(rows, page.take, (row) => [row.rank, row.sort, row.id]);
}
