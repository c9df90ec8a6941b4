import { type SQL, sql } from "drizzle-orm";
import type { Viewer } from "@/platform/access/viewer";
import { daysAfter, now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, momentKey, type Page, type PageInput } from "@/platform/database/page";
import { spacesReadableBy } from "@/spaces/policy";
import { space } from "@/spaces/schema";
import { asCard, CARDS, type CardRow, me } from "./feed";
import type { ConversationId, StillWaiting } from "./shape";
import type { PostCard } from "./views";

/** So far back each list goes: as far as the gates on answers look (L5 and L6). */
const WAITING_DAYS = { members: 59, newcomers: 56 } as const satisfies Record<StillWaiting, number>;

/**
 * Conversations in which somebody still waits for an answer, the longest wait first: those that members opened, or those
 * with the first words of a newcomer. What the team writes waits for nobody, and a bot answers nobody.
 */
export async function stillWaiting(
  db: Reader,
  viewer: Viewer,
  who: StillWaiting,
  page: PageInput,
): Promise<Page<PostCard>> {
  const key = decodeKey(page.after, momentKey);
  const after = key === null ? sql`` : sql`and (c.created_at, c.id) > (${key[0]}::timestamptz, ${key[1]}::uuid)`;
  const from = sql`${daysAfter(now(), -WAITING_DAYS[who]).toISOString()}::timestamptz`;
  const rows: Iterable<CardRow> = await db.execute<CardRow>(sql`
    with ${me(viewer)}, waits as materialized (${who === "members" ? opened(from) : firstWords(from)}), found as (
      select c.id from (select distinct id from waits) w join conversation c on c.id = w.id
      join post p on p.id = c.id join ${space} on ${space.id} = p.space_id
      where p.removed_at is null and ${space.archivedAt} is null and ${spacesReadableBy(viewer)} ${after}
      order by c.created_at, c.id limit ${page.take + 1}
    )${CARDS}`);
  const cards = Array.from(rows, asCard).sort(
    (a, b) => a.createdAt.getTime() - b.createdAt.getTime() || byId(a.id, b.id),
  );
  return cut(cards, page.take, (card) => [card.createdAt.toISOString(), card.id]);
}

/** Members' openings that nobody else has answered. */
function opened(from: SQL): SQL {
  return sql`select c.id from conversation c
    where c.kind = 'post' and c.removed_at is null and c.created_at >= ${from} and ${isMember(sql`c.author_id`)}
      and ${unanswered(sql`k.conversation_id = c.id`, sql`c.author_id`)}`;
}

/** The first words that somebody ever wrote, as an opening or as a comment, and that nobody else has answered. */
function firstWords(from: SQL): SQL {
  const first = (said: SQL) => sql`${isMember(sql`${said}.author_id`)}
    and not exists (select 1 from conversation o where o.author_id = ${said}.author_id and o.created_at < ${said}.created_at)
    and not exists (select 1 from comment o where o.author_id = ${said}.author_id and o.created_at < ${said}.created_at)`;
  return sql`select c.id from conversation c
    where c.kind = 'post' and c.removed_at is null and c.created_at >= ${from} and ${first(sql`c`)}
      and ${unanswered(sql`k.conversation_id = c.id`, sql`c.author_id`)}
    union all select m.conversation_id from comment m
    where m.removed_at is null and m.created_at >= ${from} and ${first(sql`m`)}
      and ${unanswered(sql`k.parent_id = m.id`, sql`m.author_id`)}`;
}

function isMember(who: SQL): SQL {
  return sql`exists (select 1 from person a where a.id = ${who} and a.kind = 'human')
    and not exists (select 1 from person_role r where r.person_id = ${who} and r.until is null)`;
}

function unanswered(where: SQL, author: SQL): SQL {
  return sql`not exists (select 1 from comment k join person w on w.id = k.author_id
    where ${where} and k.removed_at is null and k.author_id <> ${author} and w.kind = 'human')`;
}

function byId(a: ConversationId, b: ConversationId): number {
  return a < b ? -1 : 1;
}
