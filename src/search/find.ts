import { and, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { matchingPeople } from "@/members/queries";
import type { PersonCard } from "@/members/views";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { decodeKey, encodeKey, keyMoment, type PageInput } from "@/platform/database/page";
import { spacesVisibleTo } from "@/spaces/policy";
import { space } from "@/spaces/schema";
import { type Asked, FILTERS, format, isEmpty, parse } from "./grammar";
import { conversations, passages, RANKED_MAX, ranked, shown, type Way, wayFor } from "./hits";
import { piecesOf } from "./marks";
import { type Understood, understand } from "./understand";
import type { ConversationHit, SearchView, SpaceHit } from "./views";
import type { TextQuery } from "./words";

/** People and spaces that are named beside the conversations. */
const BESIDE = 3;
/** The same when they are what is looked for. */
const ALONE = 50;

/** The moment at which the first page was asked, so that what is written meanwhile moves nothing; score; id. */
const pageKey = z.tuple([keyMoment, z.string().regex(/^\d{1,18}$/), z.uuid()]);

type HitRow = {
  id: ConversationHit["id"];
  kind: string;
  key: string;
  place: "space" | "board";
  slug: string;
  name: string;
  marked_title: string;
  passage: string;
  comment: string | null;
  at: string;
  author_id: ConversationHit["author"]["id"];
  author_name: string;
  others: number;
  comment_count: number;
  answered: boolean;
};
type Row = { hits: HitRow[]; count: number; ranked: number; people: PersonCard[]; spaces: SpaceHit[] };

type Looked = Row & { readonly at: string };
type Ask = { viewer: Viewer; asked: Asked; found: Understood; page: PageInput; way?: Way | undefined };

/** Looks for one understood search, in one statement. */
async function look(db: Reader, { viewer, asked, found, page, way }: Ask, text: TextQuery | null): Promise<Looked> {
  const key = decodeKey(page.after, pageKey);
  const at = key?.[0] ?? now().toISOString();
  const search = { viewer, asked, found, text, timeZone: viewer.timeZone ?? "UTC", at };
  const onlyBeside = asked.kind === "person" || asked.kind === "space";
  const beside = key === null ? besideOf(asked) : { people: 0, spaces: 0 };
  const parts = onlyBeside
    ? sql`hit as (select 1 where false), talk as (select 1 where false)`
    : sql`${passages(search, way ?? wayFor(text, found.passages))}, ${ranked(text)}, ${conversations(search)}`;
  const rows: Iterable<Row> = await db.execute<Row>(sql`
    with ${parts}
    select ${onlyBeside ? sql`'[]'::jsonb` : shown(text, key === null ? null : [key[1], key[2]], page.take)} as hits,
      (select count(*)::int from talk) as count, (select count(*)::int from hit) as ranked,
      ${text === null ? sql`'[]'::jsonb` : peopleBeside(viewer, text, beside.people)} as people,
      ${text === null ? sql`'[]'::jsonb` : spacesBeside(viewer, text, beside.spaces)} as spaces`);
  const [row] = [...rows];
  if (row === undefined) throw new Error("a select of aggregates gives one row");
  return { ...row, at };
}

/** How many people and spaces are named: none where a filter asks for something that they do not have. */
function besideOf(asked: Asked): { people: number; spaces: number } {
  if (asked.kind === "person") return { people: ALONE, spaces: 0 };
  if (asked.kind === "space") return { people: 0, spaces: ALONE };
  const isFiltered = FILTERS.some((name) => asked[name] !== null);
  return isFiltered ? { people: 0, spaces: 0 } : { people: BESIDE, spaces: BESIDE };
}

function peopleBeside(viewer: Viewer, text: TextQuery, take: number): SQL {
  if (take === 0) return sql`'[]'::jsonb`;
  return sql`(select coalesce(jsonb_agg(one.card), '[]') from (${matchingPeople(viewer, text.match, take)}) one)`;
}

/** Spaces are few: their names and purposes are read whole. */
function spacesBeside(viewer: Viewer, text: TextQuery, take: number): SQL {
  if (take === 0) return sql`'[]'::jsonb`;
  const words = sql`levain_words(${space.name}, ${space.purpose})`;
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('slug', slug, 'name', name, 'purpose', purpose,
      'memberCount', member_count)), '[]') from (
    select slug, name, purpose, member_count from ${space}
    where ${and(spacesVisibleTo(viewer), sql`${space.archivedAt} is null`, sql`${words} @@ ${text.match}::tsquery`)}
    order by ts_rank(${words}, ${text.match}::tsquery) desc, member_count desc, id limit ${take}) one)`;
}

function isNothing(row: Row): boolean {
  return row.count === 0 && row.people.length === 0 && row.spaces.length === 0;
}

/**
 * Looks for what somebody typed. Two statements; a third when nothing is found, for what may have been meant or for any
 * of the words. A word is offered only together with what was found by it, so it tells nothing that the viewer may not
 * read.
 * @param way set by tests, which try both
 */
export async function find(
  db: Reader,
  viewer: Viewer,
  input: PageInput & { q: string },
  way?: Way,
): Promise<SearchView> {
  const asked = parse(input.q);
  const found = await understand(db, viewer, asked);
  const missing = (["in", "from"] as const).filter((name) =>
    name === "in" ? found.place === "nowhere" : found.people?.length === 0,
  );
  const nothing = { conversations: [], next: null, count: 0, more: false, people: [], spaces: [] };
  const beside = { instead: null, missing, choices: [...found.spaces] };
  const hasWords = asked.words.some((word) => !word.not);
  if (isEmpty(asked) || missing.length > 0 || (hasWords && found.text === null)) return { ...nothing, ...beside };
  const ask = { viewer, asked, found, page: input, way };
  const row = await look(db, ask, found.text);
  if (!isNothing(row)) return { ...viewOf(row, input.take), ...beside };
  return { ...nothing, ...beside, ...(await lookInstead(db, ask)) };
}

/** The second try: the words as they may have been meant, else any of them. */
async function lookInstead(db: Reader, ask: Ask): Promise<Partial<SearchView>> {
  const { asked, found, page } = ask;
  const { meant, anyWord } = found;
  const text = meant?.text ?? anyWord;
  if (text === null) return {};
  const row = await look(db, ask, text);
  if (isNothing(row)) return {};
  const words = asked.words.map((word, n) => ({ ...word, text: meant?.words.get(n) ?? word.text }));
  return {
    ...viewOf(row, page.take),
    instead: { why: meant === null ? "any" : "meant", shown: format({ ...asked, words }) },
  };
}

function viewOf(row: Looked, take: number): Omit<SearchView, "instead" | "missing" | "choices"> {
  const { hits, at } = row;
  const last = hits.length > take ? hits[take - 1] : undefined;
  return {
    conversations: hits.slice(0, take).map(asHit),
    next: last === undefined ? null : encodeKey([at, last.key, last.id]),
    count: row.count,
    more: row.ranked > RANKED_MAX,
    people: row.people,
    spaces: row.spaces,
  };
}

function asHit(row: HitRow): ConversationHit {
  return {
    id: row.id,
    kind: row.kind,
    title: piecesOf(row.marked_title),
    place: { kind: row.place, slug: row.slug, name: row.name },
    passage: piecesOf(row.passage),
    comment: row.comment,
    author: { id: row.author_id, displayName: row.author_name },
    at: new Date(row.at),
    others: row.others,
    commentCount: row.comment_count,
    answered: row.answered,
  };
}
