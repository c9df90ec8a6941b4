import { type SQL, sql } from "drizzle-orm";
import type { AskedWord } from "@/platform/database/text-search";

/** More words than these are not looked for: nobody's memory is better. */
export const WORDS_MAX = 12;

/** A word that is asked for, with its place among the others. */
export type NumberedWord = AskedWord & { readonly n: number; readonly not: boolean };

/** What must match, and the same without the beginnings of words, which counts for more when results are ranked. */
export type TextQuery = {
  readonly match: string;
  readonly exact: string;
  /** Which share of the passages matches, as the statistics of the database estimate it. */
  readonly share: number;
};

/** What words come to, once the database has cut them. */
export type TextAsked = {
  /** Null when there is nothing to look for. */
  readonly text: TextQuery | null;
  /** Any of the words, when there are several. */
  readonly anyWord: TextQuery | null;
  /** As it may have been meant, with the changed words by their place; null when others spell it so too. */
  readonly meant: { readonly text: TextQuery; readonly words: ReadonlyMap<number, string> } | null;
};

export type WordRow = {
  readonly n: number;
  readonly match: string;
  readonly exact: string;
  /** A stop word of either language. */
  readonly little: boolean;
  readonly share: number | null;
  readonly near: { readonly word: string; readonly match: string; readonly share: number | null } | null;
};

/** The tables that `CUT_WORDS` reads: the words, and how common the commonest are. */
export function wordTables(words: readonly NumberedWord[]): SQL {
  return sql`
    asked as (
      select *, tsvector_to_array(to_tsvector('levain_plain', "text")) as spelled
      from jsonb_to_recordset(${JSON.stringify(words)}::jsonb) as word (n int, "text" text, "as" text, "not" boolean)
    ), common as materialized (
      select word, share from pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs) as one (word, share)
      where schemaname = current_schema() and tablename = 'search_passage' and attname = 'words' and word is not null
    )`;
}

/** The share of passages that have a word: of its spelling or a stem, whichever is more common; none for a rare one. */
const SHARE = `least(1, case
  when "as" = 'phrase' or array_length(spelled, 1) > 1 then (
    select min(coalesce((select share from common where common.word = part), 0)) from unnest(spelled) part)
  when "as" = 'prefix' then (select sum(share) from common where starts_with(common.word, spelled[1]))
  else (select max(share) from common where common.word = any(spelled
    || tsvector_to_array(to_tsvector('levain_english', "text"))
    || tsvector_to_array(to_tsvector('levain_french', levain_french_text("text"))))) end)`;

/** The word that an unknown one may stand for: one slip away, the commonest; else the one that looks most alike. */
const NEAR = `(select jsonb_build_object('word', word, 'match', levain_query(word, 'word')::text,
    'share', (select max(share) from common where common.word = nearest.word)) from (
  select word, min(how) as how, max(alike) as alike, max(passages) as passages from (
    select word, 0 as how, 1 as alike, passages from search_word
      where length(spelled[1]) <= 10 and word in (select search_slips(spelled[1]))
    union all
    (select word, 1, similarity(word, spelled[1]) as alike, passages from search_word
      where word % spelled[1] and length(word) > 3 order by alike desc, passages desc limit 3)
  ) every_one group by word order by how, case when min(how) = 0 then max(passages) end desc nulls last, alike desc limit 1
) nearest)`;

/** Every word cut, counted, and compared with those that others use. */
export const CUT_WORDS = sql.raw(`(select jsonb_agg(jsonb_build_object(
  'n', n,
  'match', levain_query("text", "as")::text,
  'exact', levain_query("text", case "as" when 'prefix' then 'word' else "as" end)::text,
  'little', numnode(plainto_tsquery('levain_english', "text")) = 0 or numnode(plainto_tsquery('levain_french', "text")) = 0,
  'share', ${SHARE},
  'near', case when not "not" and "as" <> 'phrase' and array_length(spelled, 1) = 1 and spelled[1] ~ '^[a-z]{4,24}$'
    and not exists (select from search_word where word >= spelled[1]
      and word <= case "as" when 'prefix' then spelled[1] || '~' else spelled[1] end)
    then ${NEAR} end) order by n) from asked)`);

/** Puts the cut words together: all that tell something, none of those that are not wanted. */
export function textOf(rows: readonly WordRow[] | null, words: readonly NumberedWord[]): TextAsked {
  const cut = (rows ?? []).flatMap((one) => {
    const word = words.find(({ n }) => n === one.n);
    return word === undefined || one.match === "" ? [] : [{ ...one, word }];
  });
  const wanted = cut.filter(({ word }) => !word.not);
  const telling = wanted.filter(({ little, word }) => !little || word.as === "phrase" || isShout(word.text));
  const unwanted = cut.filter(({ word }) => word.not);
  const needed = telling.length > 0 ? telling : wanted;
  return {
    text: together(needed, unwanted, " & "),
    anyWord: needed.length > 1 ? together(needed, unwanted, " | ") : null,
    meant: meantBy(needed, unwanted),
  };
}

function meantBy(needed: readonly WordRow[], unwanted: readonly WordRow[]): TextAsked["meant"] {
  const words = new Map(needed.flatMap(({ n, near }) => (near === null ? [] : [[n, near.word] as const])));
  if (words.size === 0) return null;
  const corrected = needed.map((one) =>
    one.near === null ? one : { ...one, match: one.near.match, exact: one.near.match, share: one.near.share },
  );
  const text = together(corrected, unwanted, " & ");
  return text === null ? null : { text, words };
}

/** AI and IT are little words of a language only when they are not shouted. */
function isShout(text: string): boolean {
  return text.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase();
}

function together(wanted: readonly WordRow[], unwanted: readonly WordRow[], how: " & " | " | "): TextQuery | null {
  if (wanted.length === 0) return null;
  const not = unwanted.map(({ exact }) => ` & !(${exact})`).join("");
  const all = (of: "match" | "exact") => `(${wanted.map((one) => `(${one[of]})`).join(how)})${not}`;
  const shares = wanted.map((one) => Number(one.share ?? 0));
  const share = how === " & " ? shares.reduce((product, one) => product * one, 1) : Math.max(...shares);
  return { match: all("match"), exact: all("exact"), share };
}
