import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { person } from "@/members/schema";
import { isTeam, type Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, type Page, type PageInput } from "@/platform/database/page";
import { admittedAt } from "@/stages/admitted";
import { reached, STAGES } from "@/stages/shape";
import { openOffer } from "./adoption/queries";
import { spaceAdoption } from "./adoption/schema";
import {
  canAskToJoin,
  canJoinSpace,
  canLeaveSpace,
  canReadSpace,
  canRunSpace,
  canWriteInSpace,
  inSpaces,
  spacesVisibleTo,
} from "./policy";
import { space, spaceGroup, spacePlace, spaceRequest } from "./schema";
import type { FollowLevel, GroupKind, SpaceId } from "./shape";
import type { SpaceView } from "./views";

/** People of groups are counted at each look, up to here; beyond, a list says "more than". */
const COUNTED_TO = 200;

/** Those who have a place of their own, and of the people whom groups bring in, those who are inside at this stage. */
export function isListed(viewer: Viewer): SQL {
  return sql`(${spacePlace.joinedAt} is not null or ${admittedAt(viewer.stage, viewer.audience, now())})`;
}

/** One level deeper: Drizzle takes the table's name from columns at the top of a selected expression. */
function within<T>(query: SQL): SQL<T> {
  return sql<T>`${query}`;
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
    offered: offeredTo(viewer),
    mergedInto: within<SpaceView["mergedInto"]>(sql`(select jsonb_build_object('slug', onward.slug, 'name', onward.name)
      from ${space} onward where onward.id = ${space.mergedInto} and ${visibleOnward(viewer)})`),
    owned: sql<boolean>`exists (${ownersOf()})`,
    otherOwners: sql<boolean>`exists (${ownersOf()} and ${spacePlace.personId} <> ${viewer.id}::uuid)`,
    own: within<Own | null>(sql`(select jsonb_build_object('kind', ${spacePlace.groupKind}, 'name', ${spacePlace.groupName},
      'level', ${spacePlace.level}) from ${spacePlace}
      where ${spacePlace.spaceId} = ${space.id} and ${spacePlace.personId} = ${viewer.id}::uuid)`),
    asked:
      within<Asked | null>(sql`(select jsonb_build_object('askedAt', ${spaceRequest.askedAt}, 'words', ${spaceRequest.words},
      'answer', ${spaceRequest.answer}, 'answeredAt', ${spaceRequest.answeredAt}, 'reply', ${spaceRequest.reply})
      from ${spaceRequest}
      where ${spaceRequest.spaceId} = ${space.id} and ${spaceRequest.personId} = ${viewer.id}::uuid
        and ${spaceRequest.answer} is distinct from 'taken-back'
      order by ${spaceRequest.askedAt} desc limit 1)`),
    asking: within<number>(sql`(select count(*)::int from (select 1 from ${spaceRequest}
      join ${person} on ${person.id} = ${spaceRequest.personId} and ${person.state} = 'active'
      where ${spaceRequest.spaceId} = ${space.id} and ${spaceRequest.answer} is null limit ${COUNTED_TO}) counted)`),
  };
}

const ownersOf = () =>
  sql`select 1 from ${spacePlace} where ${spacePlace.spaceId} = ${space.id} and ${spacePlace.role} = 'owner'`;

/** Whether the space that another was merged into exists for the viewer, as a condition on `onward`. */
function visibleOnward(viewer: Viewer): SQL {
  const open = STAGES.filter((stage) => isTeam(viewer) || reached(viewer.stage, stage)).map((stage) => sql`${stage}`);
  return sql`(onward.visibility <> 'private' and onward.opens_at in (${sql.join(open, sql`, `)}))`;
}

/** The open offer to the viewer to look after a space, of the latest. */
function offeredTo(viewer: Viewer): SQL<SpaceView["offered"]> {
  return within<SpaceView["offered"]>(sql`(select jsonb_build_object('id', ${spaceAdoption.id},
      'words', ${spaceAdoption.words}, 'by', coalesce(asker.display_name, ''))
    from ${spaceAdoption} left join ${person} asker on asker.id = ${spaceAdoption.askedBy}
    where ${spaceAdoption.spaceId} = ${space.id} and ${spaceAdoption.personId} = ${viewer.id}::uuid
      and ${openOffer(now())} order by ${spaceAdoption.askedAt} desc limit 1)`);
}

type Own = { kind: GroupKind | null; name: string | null; level: FollowLevel };
type Asked = { askedAt: string; words: string; answer: "accepted" | "declined" | null } & Answered;
type Answered = { answeredAt: string | null; reply: string };
type Computed = "memberCount" | "manyMembers" | "place" | "group" | "level" | "lastOwner" | "request" | "may";
type Row = Omit<SpaceView, Computed> & { memberCount: number; steered: boolean; otherOwners: boolean } & {
  own: Own | null;
  asked: Asked | null;
};

function requestOf(asked: Asked | null): SpaceView["request"] {
  if (asked === null) return null;
  const answeredAt = asked.answeredAt === null ? null : new Date(asked.answeredAt);
  return { ...asked, askedAt: new Date(asked.askedAt), answeredAt };
}

function viewFor(viewer: Viewer, { own, asked, steered, otherOwners, ...row }: Row): SpaceView {
  const group = own === null || own.kind === null || own.name === null ? null : { kind: own.kind, name: own.name };
  const request = requestOf(asked);
  const place = viewer.spaces.get(row.id) ?? null;
  const run = canRunSpace(viewer, row).allowed;
  return {
    ...row,
    memberCount: steered ? Math.min(row.memberCount, COUNTED_TO) : row.memberCount,
    manyMembers: steered && row.memberCount > COUNTED_TO,
    place,
    group,
    level: own?.level ?? null,
    lastOwner: place === "owner" && !otherOwners,
    request,
    asking: run ? row.asking : 0,
    may: {
      read: canReadSpace(viewer, row),
      write: canWriteInSpace(viewer, row).allowed,
      join: canJoinSpace(viewer, row).allowed,
      ask: canAskToJoin(viewer, { ...row, request }, now()).allowed,
      leave: canLeaveSpace(viewer, { ...row, group }).allowed,
      run,
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

/** Which spaces a list is made of: those in use, only one's own, or all with the archived at the end. */
export type SpacesOf = "live" | "mine" | "all";

const listKey = z.tuple([z.number(), z.string(), z.uuid()]);

/** The spaces that exist for the viewer: their own first, then the others, then the archived; by name in each. */
export async function spacesFor(
  db: Reader,
  viewer: Viewer,
  page: PageInput & { of: SpacesOf },
): Promise<Page<SpaceView>> {
  const mine = inSpaces(viewer);
  const rank = sql<number>`(case when ${space.archivedAt} is not null then 2 when ${mine} then 0 else 1 end)`;
  const key = decodeKey(page.after, listKey);
  const after =
    key === null
      ? undefined
      : sql`(${rank}, lower(${space.name}), ${space.id}) > (${key[0]}::int, ${key[1]}, ${key[2]}::uuid)`;
  const of = page.of === "mine" ? mine : undefined;
  const live = page.of === "all" ? undefined : isNull(space.archivedAt);
  const rows = await db
    .select({ ...columnsFor(viewer), rank, sort: sql<string>`lower(${space.name})` })
    .from(space)
    .where(and(spacesVisibleTo(viewer), of, live, after))
    .orderBy(rank, sql`lower(${space.name})`, asc(space.id))
    .limit(page.take + 1);
  const { items, next } = cut(rows, page.take, (row) => [row.rank, row.sort, row.id]);
  return { items: items.map(({ sort: _, rank: __, ...row }) => viewFor(viewer, row)), next };
}
