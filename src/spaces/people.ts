import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { cardColumns } from "@/members/queries";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, momentKey, type Page, type PageInput } from "@/platform/database/page";
import { isListed, spaceById } from "./queries";
import { spacePlace, spaceRequest } from "./schema";
import type { RequestId, SpaceId } from "./shape";
import type { MemberView, RequestView, SpaceView } from "./views";

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

/** Who waits for a place in a space, the longest first. The caller has checked that the viewer may answer. */
export async function requestsFor(db: Reader, id: SpaceId, page: PageInput): Promise<Page<RequestView>> {
  const key = decodeKey(page.after, momentKey);
  const after =
    key === null
      ? undefined
      : sql`(${spaceRequest.askedAt}, ${spaceRequest.id}) > (${key[0]}::timestamptz, ${key[1]}::uuid)`;
  const rows = await db
    .select({ id: spaceRequest.id, words: spaceRequest.words, askedAt: spaceRequest.askedAt, person: cardColumns })
    .from(spaceRequest)
    .innerJoin(person, eq(person.id, spaceRequest.personId))
    .where(and(eq(spaceRequest.spaceId, id), isNull(spaceRequest.answer), eq(person.state, "active"), after))
    .orderBy(asc(spaceRequest.askedAt), asc(spaceRequest.id))
    .limit(page.take + 1);
  return cut(rows, page.take, (row) => [row.askedAt.toISOString(), row.id]);
}

/** A wish for a place, answered or not, with its space as the viewer sees it; null where there is none to see. */
export async function requestById(
  db: Reader,
  viewer: Viewer,
  id: RequestId,
): Promise<{ personId: PersonId; space: SpaceView } | null> {
  const [row] = await db
    .select({ personId: spaceRequest.personId, spaceId: spaceRequest.spaceId })
    .from(spaceRequest)
    .where(eq(spaceRequest.id, id));
  if (row === undefined) return null;
  const room = await spaceById(db, viewer, row.spaceId);
  return room === null ? null : { personId: row.personId, space: room };
}
