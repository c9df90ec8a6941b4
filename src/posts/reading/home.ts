import { and, type SQL, sql } from "drizzle-orm";
import type { Locale } from "@/i18n/locale";
import type { Viewer } from "@/platform/access/viewer";
import { daysAfter, now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, momentKey, type PageInput } from "@/platform/database/page";
import { MINUTE } from "@/platform/durations";
import { spacesReadableBy } from "@/spaces/policy";
import { space } from "@/spaces/schema";
import { announcedNow } from "@/stages/announced/queries";
import { asCard, CARDS, type CardRow, me, spacesOf } from "../feed";
import { AWAY_DAYS, NEWCOMER_DAYS } from "./shape";
import type { HomeView, MissedThread, WaitingQuestion } from "./views";

/** Of each space only so many conversations of late are asked whether they are unread: what is older is not new. */
const RECENT_MAX = 300;
/** Conversations outside of one's spaces that one spoke in, the latest first. */
const FOLLOWED_MAX = 100;
/** Questions among which those for one's skills are looked for, and how many are told. */
const QUESTIONS_A_SPACE = 20;
const QUESTIONS_LOOKED_AT = 60;
const QUESTIONS_TOLD = 3;
/** A question that nobody has answered so long is not waiting any more. */
const QUESTION_DAYS = 45;
/** What was missed: of how many conversations, by how much was said in each, and how many are told. */
const MISSED_A_SPACE = 60;
const MISSED_LOOKED_AT = 30;
const MISSED_VOICES = 200;
const MISSED_TOLD = 5;
/** How long marking all as read can be undone. */
const UNDO_MS = 10 * MINUTE;

type Extra = {
  announced: HomeView["announced"];
  unread: CardRow[];
  questions: WaitingQuestion[];
  missed: MissedThread[];
  missed_since: string | null;
  drawn_at: string | null;
  may_undo: boolean;
};

const iso = (moment: Date): SQL => sql`${moment.toISOString()}::timestamptz`;

/** The spaces that somebody's news come from, and from when on; `whole` where they want to hear of every conversation. */
function rooms(viewer: Viewer): SQL {
  return sql`rooms as materialized (
    select ${space.id} as id, greatest(me.line, m.joined_at) as line,
      coalesce(f.level not in ('mentions', 'nothing'), true) as whole
    from ${space} cross join me
    left join space_member m on m.space_id = ${space.id} and m.person_id = me.id
    left join space_follow f on f.space_id = ${space.id} and f.person_id = me.id
    where ${and(spacesReadableBy(viewer), spacesOf(viewer, { joinedOnly: true }))})`;
}

/** Unread conversations: of one's spaces, and those that one follows elsewhere. Each space gives its own first few. */
function found(viewer: Viewer, { after, take }: PageInput): SQL {
  const key = decodeKey(after, momentKey);
  const before = key === null ? sql`` : sql`and (p.last_activity_at, p.id) < (${key[0]}::timestamptz, ${key[1]}::uuid)`;
  const unread = sql`(r.up_to is null or r.up_to < p.last_activity_at)`;
  return sql`found as (
    select id, last_activity_at from (
      select first.id, first.last_activity_at from rooms cross join me cross join lateral (
        select p.id, p.last_activity_at from (
          select p.id, p.last_activity_at from post p
          where p.space_id = rooms.id and p.removed_at is null and p.last_activity_at > rooms.line ${before}
          order by p.last_activity_at desc, p.id desc limit ${RECENT_MAX}
        ) p left join reading r on r.person_id = me.id and r.conversation_id = p.id
        where ${unread} and (r.follow is null or r.follow <> 'nothing') and (rooms.whole or r.follow = 'everything')
        order by p.last_activity_at desc, p.id desc limit ${take + 1}
      ) first
      union all
      select p.id, p.last_activity_at from me
      cross join lateral (select r.conversation_id, r.up_to from reading r
        where r.person_id = me.id and r.follow = 'everything' order by r.seen_at desc nulls last limit ${FOLLOWED_MAX}) r
      join post p on p.id = r.conversation_id and p.removed_at is null and p.last_activity_at > me.line ${before}
      join ${space} on ${space.id} = p.space_id and ${spacesReadableBy(viewer)}
      where ${unread} and p.space_id not in (select rooms.id from rooms)
    ) all_of order by last_activity_at desc, id desc limit ${take + 1}
  )`;
}

/**
 * Questions whose words begin with a word of what one can help with; short words say too little. The word's last
 * letter may differ, which forgives most endings in English and French.
 */
function questions(viewer: Viewer): SQL {
  const since = daysAfter(now(), -QUESTION_DAYS);
  return sql`skill as materialized (
    select '\\m(' || string_agg(distinct left(w.word, greatest(4, length(w.word) - 1)), '|') || ')' as words
    from person p cross join unnest(p.can_help_with) s
    cross join regexp_split_to_table(lower(s), '[^[:alnum:]]+') w(word)
    where p.id = ${viewer.id} and length(w.word) >= 4
  ), asked as materialized (
    select q.id, q.last_activity_at from skill join ${space} on skill.words is not null
    cross join lateral (
      select p.id, p.last_activity_at from post p
      where p.space_id = ${space.id} and p.removed_at is null and p.kind = 'question'
        and p.last_activity_at > ${iso(since)}
      order by p.last_activity_at desc, p.id desc limit ${QUESTIONS_A_SPACE}
    ) q
    where ${spacesReadableBy(viewer)} and ${space.archivedAt} is null
    order by q.last_activity_at desc, q.id desc limit ${QUESTIONS_LOOKED_AT}
  ), waiting as (
    select c.id, c.title, c.created_at as at, a.display_name as by, c.comment_count as answers from asked
    join conversation c on c.id = asked.id join person a on a.id = c.author_id cross join skill
    where lower(c.title || ' ' || c.excerpt) ~ skill.words and c.author_id <> ${viewer.id} and c.comment_count < 2
      and not exists (select 1 from comment k where k.conversation_id = c.id and k.author_id = ${viewer.id})
    order by asked.last_activity_at desc, c.id desc limit ${QUESTIONS_TOLD}
  )`;
}

/** What somebody missed: conversations by how many different people took part, never by how they were liked. */
function missed(): SQL {
  const away = daysAfter(now(), -AWAY_DAYS);
  return sql`gap as materialized (
    select case when l.person_id is null then ${iso(daysAfter(now(), -NEWCOMER_DAYS))}
      when l.here_at < ${iso(away)} then l.here_at else l.missed_since end as since from me
    left join reading_line l on l.person_id = me.id
  ), lately as materialized (
    select p.id, c.comment_count, l.conversation_id is not null as has_line from gap
    join rooms on gap.since is not null
    cross join lateral (
      select p.id from post p
      where p.space_id = rooms.id and p.removed_at is null and p.last_activity_at > gap.since
      order by p.last_activity_at desc, p.id desc limit ${MISSED_A_SPACE}
    ) p join conversation c on c.id = p.id left join host_line l on l.conversation_id = p.id
    order by has_line desc, c.comment_count desc, p.id desc limit ${MISSED_LOOKED_AT}
  ), missed as (
    select c.id, c.title, s.name as space, v.people, v.comments,
      case when l.conversation_id is null then null else jsonb_build_object('english', l.english, 'french', l.french,
        'by', w.display_name) end as line
    from lately join conversation c on c.id = lately.id join post p on p.id = c.id join space s on s.id = p.space_id
    cross join gap cross join lateral (
      select count(distinct k.author_id)::int as people, count(*)::int as comments from (
        select k.author_id from comment k where k.conversation_id = c.id and k.created_at > gap.since
          and k.removed_at is null order by k.created_at limit ${MISSED_VOICES}) k
    ) v
    left join host_line l on l.conversation_id = c.id left join person w on w.id = l.written_by
    where v.people > 0 or l.conversation_id is not null or c.created_at > gap.since
    order by (l.conversation_id is not null) desc, v.people desc, v.comments desc, c.id desc limit ${MISSED_TOLD}
  )`;
}

const rowsOf = (name: string) => sql.raw(`coalesce((select jsonb_agg(to_jsonb(x)) from ${name} x), '[]'::jsonb)`);

/**
 * All that is new for somebody, with what they may be able to answer, what they missed and what is said of the stage,
 * from one statement.
 */
export async function homeOf(db: Reader, viewer: Viewer, page: PageInput, locale: Locale): Promise<HomeView> {
  const isFirst = page.after === undefined;
  const extras = isFirst ? sql`, ${questions(viewer)}, ${missed()}` : sql``;
  const rows: Iterable<Extra> = await db.execute<Extra>(sql`
    with ${me(viewer)}, ${rooms(viewer)}, ${found(viewer, page)}, card as (${CARDS})${extras}
    select ${rowsOf("card")} as unread, ${announcedNow(locale)} as announced,
      ${isFirst ? rowsOf("waiting") : sql`'[]'::jsonb`} as questions,
      ${isFirst ? rowsOf("missed") : sql`'[]'::jsonb`} as missed,
      ${isFirst ? sql`(select since from gap)` : sql`null`} as missed_since,
      l.drawn_at, coalesce(l.drawn_before is not null and l.drawn_at > ${iso(new Date(now().getTime() - UNDO_MS))}, false)
        as may_undo
    from me left join reading_line l on l.person_id = me.id`);
  const [row] = [...rows];
  if (row === undefined) throw new Error("a statement from one row gives one row");
  const { items, next } = cut(row.unread.map(asCard), page.take, (card) => [
    card.lastActivityAt.toISOString(),
    card.id,
  ]);
  return {
    items,
    next,
    questions: row.questions.map((one) => ({ ...one, at: new Date(one.at) })),
    missed:
      row.missed_since === null || row.missed.length === 0
        ? null
        : { since: new Date(row.missed_since), threads: row.missed },
    announced: row.announced,
    mayUndo: row.may_undo,
  };
}
