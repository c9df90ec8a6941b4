import { and, eq, type SQL, sql } from "drizzle-orm";
import type { PersonId } from "@/members/shape";
import { isTeam, type Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, momentKey, type Page, type PageInput } from "@/platform/database/page";
import { spacesReadableBy } from "@/spaces/policy";
import { space } from "@/spaces/schema";
import type { SpaceId } from "@/spaces/shape";
import type { ConversationId, PostKind } from "./shape";
import type { PostCard } from "./views";

/** Which posts a list is made of. */
export type FeedOf = { space?: SpaceId; joinedOnly?: boolean };

function spacesOf(viewer: Viewer, of: FeedOf): SQL | undefined {
  if (of.space !== undefined) return eq(space.id, of.space);
  const joined = [...viewer.spaces.keys()];
  // Hosts look after every room that they may read, not only after those they sit in.
  if (!of.joinedOnly || joined.length === 0 || isTeam(viewer)) return sql`${space.archivedAt} is null`;
  return sql`${space.id} in (${sql.join(
    joined.map((id) => sql`${id}::uuid`),
    sql`, `,
  )})`;
}

type Row = {
  id: ConversationId;
  kind: PostKind;
  title: string;
  excerpt: string;
  created_at: string;
  last_activity_at: string;
  comment_count: number;
  author_id: PersonId;
  author_name: string;
  author_title: string;
  department: string;
  site: string;
  claimed: boolean;
  photo: string | null;
  space_id: SpaceId;
  slug: string;
  space_name: string;
};

/** What a card shows, of `found`: the ids of the page. */
const CARDS = sql.raw(`
  select c.id, p.kind, c.title, c.excerpt, c.created_at, c.last_activity_at, c.comment_count,
    a.id as author_id, a.display_name as author_name, a.title as author_title, a.department, a.site,
    a.claimed_at is not null as claimed, '/files/' || a.photo_id || '/photo.webp' as photo, s.id as space_id, s.slug, s.name as space_name
  from found
  join post p on p.id = found.id
  join conversation c on c.id = p.id
  join space s on s.id = p.space_id
  join person a on a.id = c.author_id
  order by c.last_activity_at desc, c.id desc`);

/**
 * Posts by last activity, newest first. Each space gives its own first few ids from an index; only the page that is
 * left after merging reads rows. The busiest query there is, so it is written out: building it anew from tables and
 * mapping its rows by a general rule took more time than asking it (docs/performance.md).
 */
export async function feed(db: Reader, viewer: Viewer, of: FeedOf, page: PageInput): Promise<Page<PostCard>> {
  const key = decodeKey(page.after, momentKey);
  const before = key === null ? sql`` : sql`and (p.last_activity_at, p.id) < (${key[0]}::timestamptz, ${key[1]}::uuid)`;
  const rows: Iterable<Row> = await db.execute<Row>(sql`
    with found as (
      select first.id from ${space}
      cross join lateral (
        select p.id, p.last_activity_at from post p
        where p.space_id = ${space.id} and p.removed_at is null ${before}
        order by p.last_activity_at desc, p.id desc limit ${page.take + 1}
      ) first
      where ${and(spacesReadableBy(viewer), spacesOf(viewer, of))}
      order by first.last_activity_at desc, first.id desc limit ${page.take + 1}
    )${CARDS}`);
  return cut(Array.from(rows, asCard), page.take, (card) => [card.lastActivityAt.toISOString(), card.id]);
}

function asCard(row: Row): PostCard {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    excerpt: row.excerpt,
    author: {
      id: row.author_id,
      displayName: row.author_name,
      title: row.author_title,
      department: row.department,
      site: row.site,
      claimed: row.claimed,
      photo: row.photo,
    },
    space: { id: row.space_id, slug: row.slug, name: row.space_name },
    createdAt: new Date(row.created_at),
    lastActivityAt: new Date(row.last_activity_at),
    commentCount: row.comment_count,
  };
}
