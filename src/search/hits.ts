import { and, type SQL, sql } from "drizzle-orm";
import { boardsVisibleTo, ideasVisibleTo } from "@/feedback/policy";
import { board, idea } from "@/feedback/schema";
import type { Viewer } from "@/platform/access/viewer";
import { postsVisibleTo } from "@/posts/policy";
import { comment, conversation, post } from "@/posts/schema";
import { spacesReadableBy } from "@/spaces/policy";
import { space } from "@/spaces/schema";
import type { Asked } from "./grammar";
import { SIGNS } from "./marks";
import type { Understood } from "./understand";
import type { TextQuery } from "./words";

/** So many passages are ranked at most: the newest of those that match. */
export const RANKED_MAX = 400;
/** So many are walked over at most to find them, when the words are common. */
const WALKED_MAX = 40_000;

/**
 * How the passages are found. `index`: the index of words gives all that match, which is quick while they are few.
 * `walk`: from the newest back until enough match, which is quick when many do.
 */
export type Way = "index" | "walk";

/**
 * The way that touches fewer rows: one visits `share` x `passages` of them, the other RANKED_MAX / `share`.
 * @param share of the passages that match, as the statistics estimate it
 */
export function wayFor(text: Pick<TextQuery, "share"> | null, passages: number): Way {
  if (text === null) return "walk";
  return text.share * passages > RANKED_MAX / text.share ? "walk" : "index";
}

/** The conditions of a search on `search_passage`, without its words. */
function filters(asked: Asked, found: Understood, timeZone: string, at: string): SQL {
  const { place, people } = found;
  const day = (date: string) => sql`${date}::timestamp at time zone ${timeZone}`;
  const all: (SQL | undefined)[] = [sql`passage.created_at <= ${at}::timestamptz`];
  if (place === "nowhere") all.push(sql`false`);
  else if (place !== null)
    all.push(place.kind === "space" ? sql`passage.space_id = ${place.id}` : sql`passage.board_id = ${place.id}`);
  if (people !== null) {
    const ids = people.map(({ id }) => sql`${id}::uuid`);
    all.push(ids.length === 0 ? sql`false` : sql`passage.author_id in (${sql.join(ids, sql`, `)})`);
  }
  if (asked.kind === "comment") all.push(sql`passage.id <> passage.conversation_id`);
  else if (asked.kind === "post") all.push(sql`passage.id = passage.conversation_id and passage.kind <> 'idea'`);
  else if (asked.kind !== null) all.push(sql`passage.kind = ${asked.kind}`);
  if (asked.is === "open") all.push(sql`passage.kind in ('question', 'idea')`);
  if (asked.after !== null) all.push(sql`passage.created_at >= ${day(asked.after)}`);
  if (asked.before !== null) all.push(sql`passage.created_at < ${day(asked.before)}`);
  return and(...all) ?? sql`true`;
}

/** The places that the viewer reads, as a condition on `search_passage`. */
function readable(viewer: Viewer): SQL {
  return sql`(passage.space_id in (select ${space.id} from ${space} where ${spacesReadableBy(viewer)})
    or passage.board_id in (select ${board.id} from ${board} where ${boardsVisibleTo(viewer)}))`;
}

type Search = { viewer: Viewer; asked: Asked; found: Understood; text: TextQuery | null; timeZone: string; at: string };

const COLUMNS = sql.raw("passage.id, passage.conversation_id, passage.created_at");
/** The same with what decides who may read it; the words themselves would not fit into memory. */
const DECIDING = sql.raw("passage.id, passage.conversation_id, passage.created_at, passage.space_id, passage.board_id");

/** The newest passages that match, at most RANKED_MAX, and among those only what the viewer may read. */
export function passages({ viewer, asked, found, text, timeZone, at }: Search, way: Way): SQL {
  const which = filters(asked, found, timeZone, at);
  const matches = text === null ? sql`true` : sql`passage.words @@ ${text.match}::tsquery`;
  const end = sql`order by passage.created_at desc, passage.id desc limit ${RANKED_MAX + 1}`;
  if (way === "index")
    // Materialized, or the planner would walk the index of time for the sake of the order.
    return sql`
      matching as materialized (select ${DECIDING} from search_passage passage where ${matches} and ${which}),
      hit as materialized (select ${COLUMNS} from matching passage where ${readable(viewer)} ${end})`;
  return sql`
    recent as not materialized (
      select * from search_passage passage where ${which} order by passage.created_at desc, passage.id desc limit ${WALKED_MAX}
    ), hit as materialized (
      select ${COLUMNS} from recent passage where ${matches} and ${readable(viewer)} ${end})`;
}

/**
 * How well each hit fits: words as they are spelled count most, in the title more than below it. What was said of an idea
 * that was merged into another one is found under that one.
 */
export function ranked(text: TextQuery | null): SQL {
  const rank = (query: string) => sql`ts_rank('{0.1, 0.3, 0.7, 1}', passage.words, ${query}::tsquery, 1)`;
  const fit = text === null ? sql`1::real` : sql`${rank(text.exact)} + 0.2 * ${rank(text.match)}`;
  return sql`
    best as (
      select distinct on (conversation_id) id, conversation_id, fit,
        (count(*) over (partition by conversation_id))::int as passages
      from (select passage.id, coalesce(double.merged_into, passage.conversation_id) as conversation_id, ${fit} as fit
        from hit join search_passage passage on passage.id = hit.id
        left join idea double on double.id = passage.conversation_id) fitting
      order by conversation_id, fit desc, id)`;
}

/** What counts as answered. A question is by the answer that was accepted; an idea by a status that the team gave it. */
const POST_ANSWERED = sql`(${post.acceptedCommentId} is not null)`;
const IDEA_ANSWERED = sql`(${idea.status} <> 'open')`;

function answering(asked: Asked, answered: SQL): SQL | undefined {
  if (asked.has === "answer" && asked.is === "open") return sql`false`;
  if (asked.has === "answer") return answered;
  return asked.is === "open" ? sql`not ${answered}` : undefined;
}

/** The conversations of the hits that the viewer may read, with their score: the policies decide once more, of each. */
export function conversations({ viewer, asked, at }: Search): SQL {
  const card = (answered: SQL) => sql`best.id as passage_id, best.passages - 1 as others, ${conversation.id} as id,
    ${conversation.title} as title, ${conversation.commentCount} as comment_count, ${answered} as answered,
    (search_score((best.fit * (1 + 0.1 * ln(best.passages)))::real,
      extract(epoch from ${at}::timestamptz - ${conversation.lastActivityAt}) / 86400.0,
      ${conversation.commentCount}, ${answered}) * 1e9)::int8 as score`;
  return sql`
    talk as (
      select ${card(POST_ANSWERED)}, ${post.kind} as kind, 'space' as place, ${space.slug} as slug, ${space.name} as name
      from best join ${conversation} on ${conversation.id} = best.conversation_id
      join ${post} on ${post.id} = best.conversation_id join ${space} on ${space.id} = ${post.spaceId}
      where ${and(postsVisibleTo(viewer), answering(asked, POST_ANSWERED))}
      union all
      select ${card(IDEA_ANSWERED)}, 'idea', 'board', ${board.slug}, ${board.name}
      from best join ${conversation} on ${conversation.id} = best.conversation_id
      join ${idea} on ${idea.id} = best.conversation_id join ${board} on ${board.id} = ${idea.boardId}
      where ${and(ideasVisibleTo(viewer), answering(asked, IDEA_ANSWERED))})`;
}

/** The language that a hit is written in: as it was told when it was written, else by the title and the words together. */
const tongue = sql`coalesce(${comment.language}, ${conversation.language},
  levain_language(page.title || ' ' || passage.text))`;

const IN_TONGUE = sql`case ${tongue} when 'fr' then 'levain_french' else 'levain_english' end::regconfig`;
/** Words in a row are marked as they are spelled, and only where all of them are: the little ones belong to them. */
const AS_SPELLED = sql`'levain_plain'::regconfig`;

/** Marks what was looked for; the text around it stays text. */
function marked(text: SQL, query: string | null, options: string): SQL {
  if (query === null) return text;
  const inRow = query.includes("<->");
  const headline = sql`ts_headline(${inRow ? AS_SPELLED : IN_TONGUE}, replace(${text}, '<', ${SIGNS.less}),
    ${query}::tsquery, ${`StartSel="${SIGNS.open}", StopSel="${SIGNS.close}", ${options}`})`;
  if (!inRow) return headline;
  return sql`case when to_tsvector(${AS_SPELLED}, ${text}) @@ ${query}::tsquery then ${headline} else ${text} end`;
}

/** A rendered text as plain text, as much of it as an excerpt is looked for in. */
const plain = (html: SQL) => sql`btrim(regexp_replace(replace(replace(replace(replace(regexp_replace(
  left(${html}, 30000), '<[^>]*>?', ' ', 'g'), '&lt;', '<'), '&gt;', '>'), '&quot;', '"'), '&amp;', '&'), '\\s+', ' ', 'g'))`;

/** A page of the conversations found, with what is shown of each. */
export function shown(text: TextQuery | null, key: readonly [string, string] | null, take: number): SQL {
  const query = text?.match ?? null;
  const onward = key === null ? sql`` : sql`where (score, id) < (${key[0]}::int8, ${key[1]}::uuid)`;
  const body = sql`coalesce(${comment.bodyHtml}, ${conversation.bodyHtml})`;
  return sql`(select coalesce(jsonb_agg(one order by one.score desc, one.id desc), '[]') from (
    select page.*, page.score::text as key,
      ${marked(sql`page.title`, query, "HighlightAll=true")} as marked_title,
      ${marked(sql`passage.text`, query, 'MaxFragments=2, MaxWords=32, MinWords=14, ShortWord=2, FragmentDelimiter=" … "')} as passage,
      ${comment.id} as comment, coalesce(${comment.createdAt}, ${conversation.createdAt}) as at,
      person.id as author_id, person.display_name as author_name
    from (select * from talk ${onward} order by score desc, id desc limit ${take + 1}) page
    join ${conversation} on ${conversation.id} = page.id
    left join ${comment} on ${comment.id} = page.passage_id and ${comment.removedAt} is null
    join person on person.id = coalesce(${comment.authorId}, ${conversation.authorId})
    cross join lateral (select ${plain(body)} as text) passage) one)`;
}
