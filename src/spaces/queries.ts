import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { cardColumns } from "@/members/queries";
import { person } from "@/members/schema";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, type Page, type PageInput } from "@/platform/database/page";
import { admittedAt } from "@/stages/admitted";
import { canJoinSpace, canLeaveSpace, canReadSpace, canRunSpace, canWriteInSpace, spacesVisibleTo } from "./policy";
import { space, spaceGroup, spacePlace } from "./schema";
import type { FollowLevel, GroupKind, SpaceId } from "./shape";
import type { MemberView, SpaceView } from "./views";

/** People of groups are counted at each look, up to here; beyond, a list says "more than". */
export const COUNTED_TO = 200;

/** Those who have a place of their own, and of the people whom groups bring in, those who are inside at this stage. */
function isListed(viewer: Viewer): SQL {
  return sql`(${spacePlace.joinedAt} is not null or ${admittedAt(viewer.stage, viewer.audience, now())})`;
}

/** What a view is made of. The viewer's own place comes from the passport, the reason for it from `spacePlace`. */
function columnsFor(viewer: Viewer) {
  const steered = sql`exists (select 1 from ${spaceGroup} where ${spaceGroup.spaceId} = ${space.id})`;
  const counted = sql`(select count(*)::int from (select 1 from ${spacePlace}
    join ${person} on ${person.id} = ${spacePlace.personId}
    where ${spacePlace.spaceId} = ${space.id} and ${isListed(viewer)} limit ${COUNTED_TO + 1}) counted)`;
  return {
    id: space.id,
    slug: space.slug,
    name: space.name,
    purpose: space.purpose,
    visibility: space.visibility,
    opensAt: space.opensAt,
    archivedAt: space.archivedAt,
    memberCount: sql<number>`case when ${steered} then ${counted} else ${space.memberCount} end`,
    steered: sql<boolean>`${steered}`,
    // As `paths.file` writes it.
    cover: sql<{ url: string; alt: string } | null>`case when ${space.coverId} is not null then
      jsonb_build_object('url', '/files/' || ${space.coverId} || '/cover.webp', 'alt', ${space.coverAlt}) end`,
    postCount: space.postCount,
    lastPostAt: space.lastPostAt,
    own: sql<Own | null>`(select jsonb_build_object('kind', ${spacePlace.groupKind}, 'name', ${spacePlace.groupName},
      'level', ${spacePlace.level}) from ${spacePlace}
      where ${spacePlace.spaceId} = ${space.id} and ${spacePlace.personId} = ${viewer.id}::uuid)`,
  };
}

type Own = { kind: GroupKind | null; name: string | null; level: FollowLevel };
type Row = Omit<SpaceView, "place" | "may" | "group" | "level" | "manyMembers"> & { steered: boolean; own: Own | null };

function viewFor(viewer: Viewer, { own, steered, ...row }: Row): SpaceView {
  const group = own === null || own.kind === null || own.name === null ? null : { kind: own.kind, name: own.name };
  return {
    ...row,
    memberCount: steered ? Math.min(row.memberCount, COUNTED_TO) : row.memberCount,
    manyMembers: steered && row.memberCount > COUNTED_TO,
    place: viewer.spaces.get(row.id) ?? null,
    group,
    level: own?.level ?? null,
    may: {
      read: canReadSpace(viewer, row),
      write: canWriteInSpace(viewer, row).allowed,
      join: canJoinSpace(viewer, row).allowed,
      leave: canLeaveSpace(viewer, { ...row, group }).allowed,
      run: canRunSpace(viewer, row).allowed,
    },
  };
}

async function oneSpace(db: Reader, viewer: Viewer, which: SQL): Promise<SpaceView | null> {
  const [row] = await db
    .select(columnsFor(viewer))
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
    .select({ ...columnsFor(viewer), sort: sql<string>`lower(${space.name})` })
    .from(space)
    .where(and(spacesVisibleTo(viewer), isNull(space.archivedAt), after))
    .orderBy(sql`lower(${space.name})`, asc(space.id))
    .limit(page.take + 1);
  const { items, next } = cut(rows, page.take, (row) => [row.sort, row.id]);
  return { items: items.map(({ sort: _, ...row }) => viewFor(viewer, row)), next };
}

/** Who is in a space and why, owners first. The caller has checked that the viewer may read it. */
export async function membersOfSpace(
  db: Reader,
  viewer: Viewer,
  id: SpaceId,
  page: PageInput,
): Promise<Page<MemberView>> {
  const rank = sql<number>`(${spacePlace.role} <> 'owner')::int`;
  const key = decodeKey(page.after, z.tuple([z.number(), z.string(), z.uuid()]));
  const after =
    key === null
      ? undefined
      : sql`(${rank}, lower(${person.displayName}), ${person.id}) > (${key[0]}::int, ${key[1]}, ${key[2]}::uuid)`;
  const rows = await db
    .select({
      ...cardColumns,
      place: spacePlace.role,
      groupKind: spacePlace.groupKind,
      groupName: spacePlace.groupName,
      own: sql<boolean>`${spacePlace.joinedAt} is not null`,
      rank,
      sort: sql<string>`lower(${person.displayName})`,
    })
    .from(spacePlace)
    .innerJoin(person, eq(person.id, spacePlace.personId))
    .where(and(eq(spacePlace.spaceId, id), isListed(viewer), after))
    .orderBy(rank, sql`lower(${person.displayName})`, asc(person.id))
    .limit(page.take + 1);
  const { items, next } = cut(rows, page.take, (row) => [row.rank, row.sort, row.id]);
  return {
    items: items.map(({ groupKind, groupName, rank: _, sort: __, ...row }) => ({
      ...row,
      group: groupKind === null || groupName === null ? null : { kind: groupKind, name: groupName },
    })),
    next,
  };
}
