import { and, eq, type SQL, sql } from "drizzle-orm";
import type { PersonId } from "@/members/shape";
import { isTeam, type Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, momentKey, type Page, type PageInput } from "@/platform/database/page";
import { spacesReadableBy } from "@/spaces/policy";
import { space } from "@/spaces/schema";
import type { SpaceId } from "@/spaces/shape";
import { LAST_ID, lineOf } from "./reading/facts";
import { type ConversationId, FRESH_MAX, type Language, type PostKind } from "./shape";
import type { FreshView, PostCard } from "./views";

/** Which posts a list is made of. */
export type FeedOf = { space?: SpaceId; joinedOnly?: boolean };

/** The spaces of a list, as a condition on `space`. */
export function spacesOf(viewer: Viewer, of: FeedOf): SQL | undefined {
  if (of.space !== undefined) return eq(space.id, of.space);
  const joined = [...viewer.spaces.keys()];
  // Hosts look after every room that they may read, not only after those they sit in.
  if (!of.joinedOnly || joined.length === 0 || isTeam(viewer)) return sql`${space.archivedAt} is null`;
  return sql`${space.id} in (${sql.join(
    joined.map((id) => sql`${id}::uuid`),
    sql`, `,
  )})`;
}

/** What `CARDS` gives. */
export type CardRow = {
  id: ConversationId;
  kind: PostKind;
  title: string;
  excerpt: string;
  created_at: string;
  last_activity_at: string;
  comment_count: number;
  language: Language | null;
  answered: boolean;
  locked: boolean;
  pinned: boolean;
  author_id: PersonId;
  author_name: string;
  author_title: string;
  department: string;
  site: string;
  claimed: boolean;
  photo: string | null;
  away: PostCard["author"]["away"];
  space_id: SpaceId;
  slug: string;
  space_name: string;
  is_new: boolean;
  answers: number;
  voices: number;
  names: string[] | null;
};

/** How many of those who answered are named. */
const NAMED_MAX = 3;

/** `me`: the person, and the line that their reading starts from. */
export function me(viewer: Viewer): SQL {
  return sql`me as materialized (select m.id, ${lineOf()} as line, ${now().toISOString()}::timestamptz as at from (select ${viewer.id}::uuid as id) m
    left join reading_line l on l.person_id = m.id)`;
}

/** What a card shows, of `me` and of `found`: the ids of the page. What is new is looked for only where something is. */
export const CARDS = sql.raw(`
  select c.id, p.kind, c.title, c.excerpt, c.created_at, p.last_activity_at, c.comment_count, c.language,
    p.accepted_comment_id is not null and exists (
      select 1 from comment k where k.id = p.accepted_comment_id and k.removed_at is null) as answered,
    p.locked_at is not null as locked, p.pinned_at is not null as pinned,
    a.id as author_id, a.display_name as author_name, a.title as author_title, a.department, a.site,
    a.claimed_at is not null as claimed, person_face(a) as photo, person_away(a, me.at) as away,
    s.id as space_id, s.slug, s.name as space_name,
    r.up_to is null and c.created_at > me.line and c.author_id <> me.id as is_new,
    coalesce(n.answers, 0) as answers, coalesce(n.voices, 0) as voices, n.names
  from found
  cross join me
  join post p on p.id = found.id
  join conversation c on c.id = p.id
  join space s on s.id = p.space_id
  join person a on a.id = c.author_id
  left join reading r on r.person_id = me.id and r.conversation_id = c.id
  left join lateral (
    with new as materialized (
      select k.author_id, k.created_at from comment k
      where k.conversation_id = c.id and k.author_id <> me.id and k.removed_at is null
        and (k.created_at, k.id) > (greatest(r.up_to, me.line), case when r.up_to >= me.line then r.up_to_id
          else '${LAST_ID}'::uuid end)
      order by k.created_at, k.id limit ${FRESH_MAX + 1}
    ), voice as (select author_id, min(created_at) as at from new group by 1)
    select (select count(*)::int from new) as answers, (select count(*)::int from voice) as voices,
      array(select v.display_name from voice join person v on v.id = voice.author_id
        order by voice.at, v.id limit ${NAMED_MAX}) as names
  ) n on p.last_activity_at > greatest(r.up_to, me.line)
  order by p.last_activity_at desc, p.id desc`);

/**
 * Posts by last activity, newest first. Each space gives its own first few ids from an index; only the page that is
 * left after merging reads rows. The busiest query there is, so it is written out: building it anew from tables and
 * mapping its rows by a general rule took more time than asking it (docs/performance.md).
 */
export async function feed(
  db: Reader,
  viewer: Viewer,
  of: FeedOf,
  page: PageInput,
): Promise<Page<PostCard> & { pinned: PostCard[] }> {
  const key = decodeKey(page.after, momentKey);
  const before = key === null ? sql`` : sql`and (p.last_activity_at, p.id) < (${key[0]}::timestamptz, ${key[1]}::uuid)`;
  const rows: Iterable<CardRow> = await db.execute<CardRow>(sql`
    with ${me(viewer)}, found as (
      (select first.id from ${space}
      cross join lateral (
        select p.id, p.last_activity_at from post p
        where p.space_id = ${space.id} and p.removed_at is null ${before} ${unpinned(of)}
        order by p.last_activity_at desc, p.id desc limit ${page.take + 1}
      ) first
      where ${and(spacesReadableBy(viewer), spacesOf(viewer, of))}
      order by first.last_activity_at desc, first.id desc limit ${page.take + 1})
      ${key === null ? pinnedIn(viewer, of) : sql``}
    )${CARDS}`);
  const cards = Array.from(rows, asCard);
  const apart = of.space === undefined ? [] : cards.filter((card) => card.pinned);
  const rest = of.space === undefined ? cards : cards.filter((card) => !card.pinned);
  return { ...cut(rest, page.take, (card) => [card.lastActivityAt.toISOString(), card.id]), pinned: apart };
}

/** In the list of one space, what stands first there does not stand a second time in its order. */
function unpinned(of: FeedOf): SQL {
  return of.space === undefined ? sql`` : sql`and p.pinned_at is null`;
}

/** What stands first in a space, beside the first page of its list. */
function pinnedIn(viewer: Viewer, of: FeedOf): SQL {
  if (of.space === undefined) return sql``;
  return sql`union all (select p.id from ${space} join post p on p.space_id = ${space.id}
    where ${and(spacesReadableBy(viewer), spacesOf(viewer, of))} and p.pinned_at is not null and p.removed_at is null)`;
}

export function asCard(row: CardRow): PostCard {
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
      away: row.away,
    },
    space: { id: row.space_id, slug: row.slug, name: row.space_name },
    createdAt: new Date(row.created_at),
    lastActivityAt: new Date(row.last_activity_at),
    commentCount: row.comment_count,
    fresh: freshOf(row),
    language: row.language,
    answered: row.answered,
    locked: row.locked,
    pinned: row.pinned,
  };
}

function freshOf({ is_new, answers, voices, names }: CardRow): FreshView | null {
  if (!is_new && answers === 0) return null;
  const by = names ?? [];
  return { opening: is_new, answers, by, others: voices - by.length };
}
