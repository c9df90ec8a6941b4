import { and, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { peopleVisibleTo } from "@/members/policy";
import { person, personWords } from "@/members/schema";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { decodeKey, encodeKey } from "@/platform/database/page";
import { spacesReadableBy } from "@/spaces/policy";
import { space } from "@/spaces/schema";
import { piecesOf, SIGNS } from "./marks";
import { askedPeople, tellingWords } from "./people-asked";
import type { PeopleInput } from "./shape";
import type { Facet, FacetName, FoundPerson, PeopleView } from "./views";
import { CUT_WORDS, type NumberedWord, type TextQuery, textOf, WORDS_MAX, type WordRow, wordTables } from "./words";

/** So many people are looked through at most for numbers beside the facets; when there are more, no numbers are told. */
const COUNTED_MAX = 1000;
const VALUES_MAX = 60;

/** How many fit worst comes first in a key: a whole number, the greater the better; then the name, and the id. */
const personKey = z.tuple([z.string().regex(/^\d{1,15}$/), z.string(), z.uuid()]);

type Known = { words: WordRow[] | null; sites: string[]; departments: string[] };
type Chosen = Pick<PeopleInput, FacetName>;
type FoundRow = Omit<FoundPerson, "why"> & { key: string; sort: string; why: { field: string; text: string }[] | null };
type Row = { items: FoundRow[]; count: number; facets: Record<FacetName, Facet[]> | null };

/** Every value of a column that people have, each by one step over its index. */
function valuesOf(column: "site" | "department"): SQL {
  return sql.raw(`(with recursive one (value) as (
      (select ${column} from person where ${column} > '' order by ${column} limit 1)
      union all
      select (select ${column} from person where ${column} > one.value order by ${column} limit 1) from one where one.value is not null
    ) select coalesce(jsonb_agg(value), '[]') from (select value from one where value is not null limit ${VALUES_MAX}) listed)`);
}

async function known(db: Reader, words: readonly NumberedWord[]): Promise<Known> {
  const rows: Iterable<Known> = await db.execute<Known>(sql`
    with ${wordTables(words)}
    select ${CUT_WORDS} as words, ${valuesOf("site")} as sites, ${valuesOf("department")} as departments`);
  const [row] = [...rows];
  if (row === undefined) throw new Error("a select without a table gives one row");
  return row;
}

/**
 * The people, by name or by what they can be asked: "who knows Kafka in Lyon?". Two statements; a third when nobody has
 * a word as it was typed.
 */
export async function people(db: Reader, viewer: Viewer, ask: PeopleInput): Promise<PeopleView> {
  const words = tellingWords(ask.search)
    .slice(0, WORDS_MAX)
    .map((text, n): NumberedWord => ({ n, text, as: "prefix", not: false }));
  const { sites, departments, ...cut } = await known(db, words);
  const asked = askedPeople(ask.search, { sites, departments });
  const needed = words.filter(({ text }) => asked.words.includes(text));
  const { text, meant } = textOf(cut.words, needed);
  const site = ask.site === undefined ? asked.site : null;
  const department = ask.department === undefined ? asked.department : null;
  const chosen: Chosen = {
    ...ask,
    site: ask.site ?? site ?? undefined,
    department: ask.department ?? department ?? undefined,
  };
  const look = { viewer, ask, chosen };
  const name = needed.map((one) => one.text).join(" ");
  const row = await one(db, { ...look, text, name });
  const again = row.count === 0 && meant !== null ? await one(db, { ...look, text: meant.text, name: "" }) : null;
  const instead = again !== null && again.count > 0 && meant !== null ? said(needed, meant.words) : null;
  return {
    ...viewOf(again !== null && again.count > 0 ? again : row, ask.take),
    values: { site: sites, department: departments },
    understood: { site, department },
    instead,
  };
}

function said(words: readonly NumberedWord[], meant: ReadonlyMap<number, string>): string {
  return words.map(({ n, text }) => meant.get(n) ?? text).join(" ");
}

type Look = { viewer: Viewer; ask: PeopleInput; chosen: Chosen; text: TextQuery | null; name: string };

function conditions({ viewer, chosen }: Look): SQL {
  const { site, department, language, role, space: slug } = chosen;
  return (
    and(
      sql`${person.state} = 'active'`,
      peopleVisibleTo(viewer),
      site === undefined ? undefined : sql`${person.site} = ${site}`,
      department === undefined ? undefined : sql`${person.department} = ${department}`,
      language === undefined
        ? undefined
        : sql`${language} = any(${person.languages}) and person_tells(person, 'languages')`,
      role === undefined
        ? undefined
        : sql`exists (select from person_role r where r.person_id = ${person.id} and r.role = ${role} and r.until is null)`,
      slug === undefined
        ? undefined
        : sql`${person.id} in (select place.person_id from space_place place join ${space} on ${space.id} = place.space_id
            where ${space.slug} = ${slug} and ${spacesReadableBy(viewer)})`,
    ) ?? sql`true`
  );
}

/** Everybody who fits, with how well: by the words, or by a name that is spelled nearly so. */
function fitting({ text, name }: Look): SQL {
  if (text === null) return sql`select person_id, 0::int8 as score from person_words`;
  const alike = name === "" ? sql`false` : sql`lower(unaccent(${name})) <% ${personWords.name}`;
  return sql`select ${personWords.personId} as person_id,
      (1e6 * (ts_rank('{0.1, 0.3, 0.6, 1}', ${personWords.words}, ${text.match}::tsquery)
        + 0.1 * word_similarity(lower(unaccent(${name})), ${personWords.name})))::int8 as score
    from ${personWords} where ${personWords.words} @@ ${text.match}::tsquery or ${alike}`;
}

async function one(db: Reader, look: Look): Promise<Row> {
  const { ask, text, viewer } = look;
  const key = decodeKey(ask.after, personKey);
  const columns = sql`${person.id} as id, lower(${person.displayName}) as sort, ${person.department} as department,
    ${person.site} as site,
    case when person_tells(person, 'languages') then ${person.languages} end as languages`;
  const which = conditions(look);
  const byName = sql`select ${columns}, 0::int8 as score from ${person} where ${which}`;
  const first = sql`order by lower(${person.displayName}), ${person.id} limit`;
  const after =
    key === null ? sql`` : sql`and (lower(${person.displayName}), ${person.id}) > (${key[1]}, ${key[2]}::uuid)`;
  const found =
    text === null
      ? sql`${byName} ${first} ${COUNTED_MAX + 1}`
      : sql`select ${columns}, fits.score from fits join ${person} on ${person.id} = fits.person_id
          where ${which} order by fits.score desc, sort, id limit ${COUNTED_MAX + 1}`;
  const beyond = key === null ? sql`` : sql`where (-score, sort, id) > (-${key[0]}::int8, ${key[1]}, ${key[2]}::uuid)`;
  const page =
    text === null
      ? sql`${byName} ${after} ${first} ${ask.take + 1}`
      : sql`select * from found ${beyond} order by score desc, sort, id limit ${ask.take + 1}`;
  const rows: Iterable<Row> = await db.execute<Row>(sql`
    with ${text === null ? sql`` : sql`fits as materialized (${fitting(look)}),`}
      found as materialized (${found}), page as (${page})
    select ${cards(text)} as items, (select count(*)::int from found) as count,
      case when (select count(*) from found) <= ${COUNTED_MAX} then ${facets(viewer)} end as facets`);
  const [row] = [...rows];
  if (row === undefined) throw new Error("a select of aggregates gives one row");
  return row;
}

/** The page's people, and for a search the fields in which they have its words. */
function cards(text: TextQuery | null): SQL {
  const any = text === null ? null : text.match.replaceAll(") & (", ") | (");
  const why =
    any === null
      ? sql`null::jsonb`
      : sql`(select jsonb_agg(jsonb_build_object('field', field, 'text', ts_headline('levain_english', replace(words, '<', ${SIGNS.less}),
          ${any}::tsquery, ${`StartSel="${SIGNS.open}", StopSel="${SIGNS.close}", MaxFragments=1, MaxWords=24, MinWords=8`})))
        from person_searched(${person}) where field not in ('name', 'site', 'department')
          and levain_words('', words, '') @@ ${any}::tsquery)`;
  return sql`(select coalesce(jsonb_agg(one order by one.score desc, one.sort, one.id), '[]') from (
    select page.score, page.score::text as key, page.sort, ${person.id} as id, ${person.displayName} as "displayName",
      ${person.title} as title, ${person.department} as department, ${person.site} as site,
      ${person.claimedAt} is not null as claimed, person_face(person) as photo,
      person_away(person, ${now().toISOString()}::timestamptz) as away, ${why} as why
    from page join ${person} on ${person.id} = page.id) one)`;
}

/** How many of those found there are for each value. */
function facets(viewer: Viewer): SQL {
  const counted = (from: SQL) => sql`(select coalesce(jsonb_agg(one), '[]') from (
    select value, min(label) as label, count(distinct id)::int as count from (${from}) every_one
    where value <> '' group by value order by count desc, value limit ${VALUES_MAX}) one)`;
  return sql`jsonb_build_object(
    'department', ${counted(sql`select id, department as value, department as label from found`)},
    'site', ${counted(sql`select id, site as value, site as label from found`)},
    'language', ${counted(sql`select id, spoken as value, spoken as label from found, unnest(languages) spoken`)},
    'role', ${counted(sql`select r.person_id as id, r.role as value, r.role as label from person_role r
      join found on found.id = r.person_id where r.until is null`)},
    'space', ${counted(sql`select place.person_id as id, ${space.slug} as value, ${space.name} as label
      from space_place place join found on found.id = place.person_id join ${space} on ${space.id} = place.space_id
      where ${spacesReadableBy(viewer)} and ${space.archivedAt} is null`)})`;
}

function viewOf(row: Row, take: number): Omit<PeopleView, "values" | "understood" | "instead"> {
  const last = row.items.length > take ? row.items[take - 1] : undefined;
  return {
    items: row.items.slice(0, take).map(({ key: _key, sort: _sort, why, ...card }) => ({
      ...card,
      why: (why ?? []).map(({ field, text }) => ({ field, pieces: piecesOf(text) })),
    })),
    next: last === undefined ? null : encodeKey([last.key, last.sort, last.id]),
    count: row.count > COUNTED_MAX ? null : row.count,
    facets: row.facets,
  };
}
