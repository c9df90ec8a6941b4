import { type SQL, sql } from "drizzle-orm";
import { idea, vote } from "@/feedback/schema";
import { person, personAddress, personRole } from "@/members/schema";
import type { Reader } from "@/platform/database/client";
import { DAY } from "@/platform/durations";
import { comment, conversation, post } from "@/posts/schema";
import { type Act, type ContributionKind, type History, historyOf, type KnownPerson } from "./history";
import type { TeamSpan } from "./view";

/** From the earliest evaluation's twelve weeks on, and some leave: nothing older is asked for. */
const WINDOW = (56 + 84 + 42) * DAY;

type Row = {
  kind: ContributionKind;
  id: string;
  author: string;
  at: number;
  conversation: string | null;
  parent: string | null;
  parent_author: string | null;
  words: number | null;
  print: number;
  removed_at: number | null;
};

/**
 * Reads the end of the community's history from the database: what the evaluations that end at `at` ask for.
 * Four queries, whatever the size; the acts come by their time index.
 * @param at in milliseconds since 1970
 * @param options.everything reads all of it, for a curve over the years; `options.days` another window's length
 */
export async function loadHistory(
  db: Reader,
  at: number,
  options: { everything?: boolean; days?: number } = {},
): Promise<History> {
  const began = await beginning(db);
  if (began === null) return historyOf([]);
  const window = options.days === undefined ? WINDOW : options.days * DAY;
  const from = options.everything ? began : Math.max(began, at - window);
  const rows = await db.execute<Row>(actsBetween(from, at, from > began));
  const people = await peopleKnown(db);
  const founders = from > began ? await foundersOf(db, began, at) : undefined;
  return historyOf(rows.values().map(actOf), people, { began, founders });
}

function actOf(row: Row): Act {
  return { ...row, parentAuthor: row.parent_author, removedAt: row.removed_at };
}

/** Who held a role when, as spans of time on the team; null when nobody did by `at`. */
export async function teamSpans(db: Reader, at: number): Promise<TeamSpan[] | null> {
  const rows = await db
    .select({ person: personRole.personId, since: personRole.since, until: personRole.until })
    .from(personRole);
  const spans = rows.map(({ person: id, since, until }) => ({
    person: id,
    since: since.getTime(),
    until: until?.getTime() ?? null,
  }));
  return spans.some((span) => span.since <= at) ? spans : null;
}

/** The people behind some addresses, as a team for all time, and the addresses that nobody has. */
export async function teamNamed(
  db: Reader,
  addresses: readonly string[],
): Promise<{ team: TeamSpan[]; unknown: string[] }> {
  const rows = await db
    .select({ address: personAddress.address, person: personAddress.personId })
    .from(personAddress)
    .where(sql`${personAddress.address} = any(${sql.param(`{${addresses.map(quoted).join(",")}}`)}::text[])`);
  const known = new Set(rows.map((row) => row.address));
  return {
    team: rows.map((row) => ({ person: row.person, since: Number.NEGATIVE_INFINITY, until: null })),
    unknown: addresses.filter((address) => !known.has(address)),
  };
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

/** The first contribution of all. */
async function beginning(db: Reader): Promise<number | null> {
  const [row] = await db
    .select({ at: sql<number | null>`${epoch(sql`min(${conversation.createdAt})`)}` })
    .from(conversation);
  return row?.at ?? null;
}

/** Everybody with a first contribution, found by the index on author and time. */
async function peopleKnown(db: Reader): Promise<KnownPerson[]> {
  const first = sql<number | null>`${epoch(sql`least(
    (select min(c.created_at) from ${conversation} c where c.author_id = ${person.id}),
    (select min(c.created_at) from ${comment} c where c.author_id = ${person.id}))`)}`;
  const rows = await db.select({ id: person.id, kind: person.kind, first }).from(person);
  return rows.map(({ id, kind, first: firstAt }) => ({ id, bot: kind === "bot", firstAt: firstAt ?? undefined }));
}

/** The author of the first contribution and the most active of the first 30 days, three people in all. */
async function foundersOf(db: Reader, began: number, at: number): Promise<string[]> {
  const until = moment(Math.min(at, began + 30 * DAY));
  const rows = await db.execute<{ author: string }>(sql`
    with early as (
      select ${conversation.authorId} as author, ${conversation.createdAt} as at from ${conversation}
        where ${conversation.createdAt} < ${until}
      union all
      select ${comment.authorId}, ${comment.createdAt} from ${comment} where ${comment.createdAt} < ${until}
    ), ranked as (select author, count(*) as n, min(at) as first from early group by author)
    select ranked.author from ranked join ${person} on ${person.id} = ranked.author and ${person.kind} = 'human'
    order by ranked.first = (select min(at) from early) desc, n desc, first limit 3`);
  return rows.map((row) => row.author);
}

/**
 * All contributions of a time, oldest first. A reply is never earlier than what it answers; its words are its own,
 * quoted lines left out; equal texts have equal prints.
 */
function actsBetween(from: number, until: number, few: boolean): SQL {
  const [begin, end] = [moment(from), moment(until)];
  // For a window, a fence: left to itself the planner reads every conversation of ten years to join some thousands.
  const fence = few ? sql`offset 0` : sql``;
  return sql`
    select case when ${conversation.kind} = 'idea' then 'idea'
                when stands.kind = 'announcement' then 'notice' else 'conversation' end as kind,
      ${conversation.id} as id, ${conversation.authorId} as author, ${epoch(sql`${conversation.createdAt}`)} as at,
      ${conversation.id} as conversation, null::uuid as parent, null::uuid as parent_author,
      ${WORDS} as words, ${PRINT} as print,
      ${epoch(sql`least(${conversation.removedAt}, stands.removed_at, ${idea.removedAt})`)} as removed_at
    from ${conversation}
      left join lateral (select kind, removed_at from ${post} where ${post.id} = ${conversation.id} ${fence}) stands on true
      left join ${idea} on ${idea.id} = ${conversation.id}
      cross join lateral (select ${ownText(sql`${conversation.body}`)} as words offset 0) own
    where ${conversation.createdAt} >= ${begin} and ${conversation.createdAt} < ${end}
    union all
    select 'reply', ${comment.id}, ${comment.authorId},
      ${epoch(sql`greatest(${comment.createdAt}, parent.created_at, root.created_at)`)},
      ${comment.conversationId}, ${comment.parentId}, coalesce(parent.author_id, root.author_id),
      ${WORDS}, ${PRINT}, ${epoch(sql`${comment.removedAt}`)}
    from ${comment}
      cross join lateral (select author_id, created_at from ${conversation}
        where ${conversation.id} = ${comment.conversationId} ${fence}) root
      left join ${comment} parent on parent.id = ${comment.parentId}
      cross join lateral (select ${ownText(sql`${comment.body}`)} as words offset 0) own
    where ${comment.createdAt} >= ${begin} and ${comment.createdAt} < ${end}
    union all
    select 'vote', md5(${vote.ideaId}::text || ${vote.personId})::uuid, ${vote.personId}, ${epoch(sql`${vote.votedAt}`)},
      null, null, null, null, 0, null
    from ${vote}
    where ${vote.reason} <> '' and ${vote.votedAt} >= ${begin} and ${vote.votedAt} < ${end}`;
}

function moment(at: number): SQL {
  return sql`${new Date(at).toISOString()}::timestamptz`;
}

function epoch(value: SQL): SQL {
  return sql`(extract(epoch from ${value}) * 1000)::double precision`;
}

/**
 * Enough of a text to tell one word from several and a courtesy from an answer, without the lines that it quotes.
 * Regular expressions are slow over many texts, so only those that quote meet one.
 */
function ownText(body: SQL): SQL {
  return sql`(select case when strpos(start, '>') = 1 or strpos(start, E'\\n>') > 0
    then regexp_replace(start, '^>.*$', '', 'gn') else start end from (select left(${body}, 1200) as start offset 0) text)`;
}

const WORDS = sql`cardinality(array_remove(string_to_array(replace(own.words, E'\\n', ' '), ' '), ''))`;
const PRINT = sql`hashtext(own.words)`;
