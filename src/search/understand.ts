import { type SQL, sql } from "drizzle-orm";
import { boardsVisibleTo } from "@/feedback/policy";
import { board } from "@/feedback/schema";
import { namedLike } from "@/members/directory";
import { peopleVisibleTo } from "@/members/policy";
import { person, personWords } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { spacesReadableBy, spacesVisibleTo } from "@/spaces/policy";
import { space } from "@/spaces/schema";
import type { Asked } from "./grammar";
import { CUT_WORDS, type NumberedWord, type TextAsked, textOf, WORDS_MAX, type WordRow, wordTables } from "./words";

/** A `from:` that fits more people than this is no name. */
const PEOPLE_MAX = 20;
const SPACES_MAX = 200;

export type Place = { readonly kind: "space" | "board"; readonly id: string; readonly name: string };

/** A search with everything in it resolved for one viewer. */
export type Understood = TextAsked & {
  /** How many passages there are, about. */
  readonly passages: number;
  /** Null when no `in:` was asked; `nowhere` when there is no such place for the viewer. */
  readonly place: Place | "nowhere" | null;
  readonly people: readonly { id: PersonId; name: string }[] | null;
  /** The spaces that one may choose from. */
  readonly spaces: readonly { slug: string; name: string }[];
};

type Row = {
  words: WordRow[] | null;
  passages: number;
  place: Place | null;
  people: { id: PersonId; name: string }[] | null;
  spaces: { slug: string; name: string }[] | null;
};

/** What stands before an apostrophe in French is no word of its own. */
const ELIDED = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’]/i;

/** The words as they are asked of the index: the last one may be half-typed. */
function numbered(asked: Asked): NumberedWord[] {
  const words = asked.words.slice(0, WORDS_MAX);
  const last = words.findLastIndex((word) => !word.not);
  return words.map((word, n) => {
    if (word.phrase) return { n, text: word.text, as: "phrase", not: word.not };
    const text = word.text.replace(ELIDED, "");
    return { n, text, as: n === last && text.length > 1 ? "prefix" : "word", not: word.not };
  });
}

/**
 * Asks the database, in one statement, what a search is made of: how its words are cut and how common they are, what
 * unknown words are like, and what its filters name for this viewer. What they may not see is not there, and says so in
 * the same words as what is not there at all.
 */
export async function understand(db: Reader, viewer: Viewer, asked: Asked): Promise<Understood> {
  const words = numbered(asked);
  const rows: Iterable<Row> = await db.execute<Row>(sql`
    with ${wordTables(words)}
    select ${CUT_WORDS} as words,
      (select greatest(reltuples, 0)::float8 from pg_class where oid = 'search_passage'::regclass) as passages,
      ${placeNamed(viewer, asked.in)} as place,
      ${peopleNamed(viewer, asked.from)} as people,
      (select jsonb_agg(one) from (select slug, name from ${space}
        where ${spacesReadableBy(viewer)} and ${space.archivedAt} is null order by lower(name), id limit ${SPACES_MAX}) one) as spaces`);
  const [row] = [...rows];
  if (row === undefined) throw new Error("a select without a table gives one row");
  return {
    ...textOf(row.words, words),
    passages: row.passages,
    place: asked.in === null ? null : (row.place ?? "nowhere"),
    people: asked.from === null ? null : (row.people ?? []),
    spaces: row.spaces ?? [],
  };
}

function placeNamed(viewer: Viewer, slug: string | null): SQL {
  if (slug === null) return sql`null::jsonb`;
  return sql`(select to_jsonb(one) from (
    select 'space' as kind, ${space.id} as id, ${space.name} as name from ${space}
      where ${space.slug} = ${slug} and ${spacesVisibleTo(viewer)} and ${spacesReadableBy(viewer)}
    union all
    select 'board', ${board.id}, ${board.name} from ${board} where ${board.slug} = ${slug} and ${boardsVisibleTo(viewer)}
    limit 1) one)`;
}

function peopleNamed(viewer: Viewer, name: string | null): SQL {
  if (name === null) return sql`null::jsonb`;
  const self = /^(me|moi)$/i.test(name);
  const which = self ? sql`${person.id} = ${viewer.id}` : namedLike(name);
  return sql`(select jsonb_agg(one) from (
    select ${person.id} as id, ${person.displayName} as name from ${personWords}
    join ${person} on ${person.id} = ${personWords.personId}
    where ${which} and ${peopleVisibleTo(viewer)} order by ${person.claimedAt} is null, ${personWords.name} limit ${PEOPLE_MAX}) one)`;
}
