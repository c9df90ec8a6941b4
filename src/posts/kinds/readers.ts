import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { cardColumns } from "@/members/queries";
import { person } from "@/members/schema";
import type { PersonCard } from "@/members/views";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, type Page, type PageInput } from "@/platform/database/page";
import { readersOfSpace } from "@/spaces/policy";
import { space } from "@/spaces/schema";
import type { LoadedPost } from "../queries";
import { announcementSeen } from "./schema";

const nameKey = z.tuple([z.string(), z.uuid()]);

/**
 * Those who may read an announcement and have not said that they have, by name; `readers` is how many may read it, its
 * author left out. Of those who said so and may no longer read it, none is counted.
 */
export async function unreadOf(
  db: Reader,
  viewer: Viewer,
  subject: LoadedPost,
  page: PageInput,
): Promise<Page<PersonCard> & { readers: number; seen: number }> {
  const mayRead = and(
    eq(space.id, subject.space.id),
    sql`${person.kind} <> 'bot' and ${person.id} <> ${subject.authorId}`,
    readersOfSpace(viewer, now()),
  );
  const hasSeen = sql`exists (select 1 from ${announcementSeen}
    where ${announcementSeen.postId} = ${subject.id} and ${announcementSeen.personId} = ${person.id})`;
  const sort = sql<string>`lower(${person.displayName})`;
  const key = decodeKey(page.after, nameKey);
  const [counts] = await db
    .select({ readers: sql<number>`count(*)::int`, seen: sql<number>`(count(*) filter (where ${hasSeen}))::int` })
    .from(person)
    .crossJoin(space)
    .where(mayRead);
  const rows = await db
    .select({ ...cardColumns, sort })
    .from(person)
    .crossJoin(space)
    .where(
      and(
        mayRead,
        sql`not ${hasSeen}`,
        key === null ? undefined : sql`(${sort}, ${person.id}) > (${key[0]}, ${key[1]}::uuid)`,
      ),
    )
    .orderBy(sort, person.id)
    .limit(page.take + 1);
  return { ...cut(rows, page.take, (row) => [row.sort, row.id]), ...(counts ?? { readers: 0, seen: 0 }) };
}
