import { sql } from "drizzle-orm";
import { idea } from "@/feedback/schema";
import { recountVotes } from "@/feedback/votes/recount";
import { databaseOn, type Sql } from "@/platform/database/client";
import { newId } from "@/platform/ids";

/** How large a synthetic board is. */
export type BoardSize = { readonly ideas: number; readonly votes: number };
/** What was written, in rows. */
export type BoardReport = { slug: string; ideas: number; votes: number };

const YEARS = 3;
/** How unequal the ideas are: the most wanted has many times the votes of the middle one, as in life. */
const SKEW = 0.6;

/**
 * Writes a board with ideas of every age and status and with votes of every weight, by the people who are there, as
 * statements over whole sets. What is most wanted has mostly been decided, so that a list of what has not must look for
 * its ideas among those.
 */
export async function writeBoard(client: Sql, slug: string, { ideas, votes }: BoardSize): Promise<BoardReport> {
  const board = newId<"board">();
  await client.begin(async (tx) => {
    await tx`
      insert into board (id, slug, name, audience, vote_to, comment_to, suggest_to, opens_at, votes_at, answer_days,
        idea_count, created_at)
      values (${board}, ${slug}, 'Synthetic', 'members', 'members', 'members', 'members', 'founding', 'founding', 10,
        ${ideas}, now() - make_interval(years => ${YEARS}))`;
    await tx`
      create temporary table made on commit drop as
      with voice as (select array_agg(id order by id) as ids, array_agg(department order by id) as departments from person)
      select n, gen_random_uuid() as id, voice.ids[1 + n * 31 % cardinality(voice.ids)] as author,
        now() - make_interval(secs => (n * 7919::int8 % ${ideas}) * ${YEARS} * 31536000.0 / ${ideas}) as at,
        (n + 10) ^ -${SKEW}::float8 / sum((n + 10) ^ -${SKEW}::float8) over () as part,
        case when n * 13 % 20 < 12 + 6 * (n < ${ideas} / 10)::int then (array['shipped', 'not-now'])[1 + n % 2]
          else (array['open', 'open', 'under-review', 'planned', 'in-progress', 'in-preview'])[1 + n % 6] end as status
      from generate_series(1, ${ideas}) n, voice`;
    await tx`
      insert into conversation (id, kind, author_id, title, body, body_html, excerpt, created_at, last_activity_at)
      select id, 'idea', author, 'Idea ' || n, 'When I …', '<p>When I …</p>', 'When I …', at, at from made`;
    await tx`
      insert into idea (id, board_id, status, created_at, waiting_since, answered_at)
      select id, ${board}, status, at, case when status in ('open', 'under-review') then at end,
        case when status not in ('open', 'under-review') then least(now(), at + make_interval(days => n % 30)) end
      from made`;
    await tx`
      insert into idea_vote (idea_id, person_id, need, department, voted_at)
      select made.id, voice.ids[place], (array['like', 'like', 'need', 'need', 'need', 'blocked'])[1 + (made.n + v) % 6],
        voice.departments[place], least(now(), made.at + make_interval(hours => (v * v % 2000)::int))
      from made
      cross join (select array_agg(id order by id) as ids, array_agg(department order by id) as departments from person) voice
      cross join lateral generate_series(1, least(cardinality(voice.ids), ceil(part * ${votes})::int)) v
      cross join lateral (select 1 + (made.n * 7919::int8 + v) % cardinality(voice.ids) as place) one`;
  });
  await databaseOn(client).transaction((tx) => recountVotes(tx, sql`${idea.boardId} = ${board}`));
  await client.unsafe("vacuum analyze idea, idea_vote, conversation, board, person");
  const [written] = await client<{ votes: number }[]>`
    select sum(vote_count)::int as votes from idea where board_id = ${board}`;
  return { slug, ideas, votes: written?.votes ?? 0 };
}
