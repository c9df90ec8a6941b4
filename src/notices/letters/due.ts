import { sql } from "drizzle-orm";
import { readersByMail } from "@/feedback/readers";
import { board, idea } from "@/feedback/schema";
import type { IdeaStatus } from "@/feedback/shape";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { hasRead } from "@/posts/reading/facts";
import { comment, conversation, post } from "@/posts/schema";
import type { CommentId, ConversationId, ConversationKind } from "@/posts/shape";
import { space } from "@/spaces/schema";
import type { SpaceId } from "@/spaces/shape";
import { currentStage } from "@/stages/queries";
import { profileBetween, wordsBetween } from "../between";
import { itsDouble, openToReader, stillThere, waits } from "../policy";
import { notice } from "../schema";
import type { NoticeId, NoticeKind, Why } from "../shape";
import { noticeWish } from "../wishes/schema";
import { DEFAULT_WISH, type Way } from "../wishes/shape";
import { wayTo } from "../wishes/way";

/** What somebody wrote, as a letter carries it. */
export type Voice = { readonly id: CommentId | null; readonly by: string; readonly words: string };

/** A notice whose wait is over, with all that is asked before it is mailed and all that the mail says. */
export type DueNotice = {
  readonly id: NoticeId;
  readonly person_id: PersonId;
  readonly kind: NoticeKind;
  readonly why: Why;
  readonly conversation_id: ConversationId | null;
  readonly comment_id: CommentId | null;
  readonly last_at: string;
  readonly name: string;
  readonly locale: "en" | "fr" | null;
  readonly time_zone: string | null;
  readonly active: boolean;
  readonly inside: boolean;
  readonly visible: boolean;
  readonly waits: boolean;
  readonly there: boolean;
  readonly way: Way;
  readonly address: string | null;
  readonly bounced: boolean;
  readonly quiet_from: number;
  readonly quiet_until: number;
  readonly workdays: number[];
  readonly title: string | null;
  readonly conversation_kind: ConversationKind | null;
  readonly place: string | null;
  readonly space_id: SpaceId | null;
  readonly slug: string | null;
  readonly opening: { by: string; words: string } | null;
  readonly voices: Voice[] | null;
  /** What somebody did towards the person, with the words of it, which may be another's. */
  readonly deed: { by: string; voice: { by: string; words: string } | null } | null;
  readonly profile: PersonId | null;
  readonly move: { by: string; words: string; status: IdeaStatus } | null;
};

/** How many comments a letter carries at most, and how much of each. */
export const VOICES_MAX = 20;
const WORDS_MAX = 3000;

/** Whether the last three letters to an address came back, within a month. */
const BOUNCED = sql`(select count(*) = 3 and bool_and(l.state = 'failed' and l.problem <> '') from (
  select state, problem from letter where to_address = a.address and created_at > now() - interval '30 days'
  order by created_at desc limit 3) l)`;

/** The new comments of a notice since its last mail, oldest first, without what was read meanwhile. */
const VOICES = sql`select jsonb_agg(jsonb_build_object('id', v.id, 'by', v.by, 'words', v.words) order by v.at, v.id)
  as voices from (
    select ${comment.id} as id, a.display_name as by, left(${comment.body}, ${sql.raw(String(WORDS_MAX))}) as words,
      ${comment.createdAt} as at from ${comment} join person a on a.id = ${comment.authorId}
    where ${comment.conversationId} = ${notice.conversationId} and ${comment.createdAt} >= ${notice.mailFrom}
      and ${comment.removedAt} is null and ${comment.authorId} <> ${notice.personId}
      and not ${hasRead(sql`${notice.personId}`, {
        conversation: sql`${notice.conversationId}`,
        at: sql`${comment.createdAt}`,
        id: sql`${comment.id}`,
      })}
    order by ${comment.createdAt}, ${comment.id} limit ${sql.raw(String(VOICES_MAX + 1))}) v`;

/** What is told in words of its own, and not in comments. */
const OF_IDEAS = sql`('idea', 'preview', 'credit', 'changelog')`;

/** The opening, where it is new itself. */
const OPENING = sql`case when ${notice.commentId} is null and ${notice.kind} not in ${OF_IDEAS}
    and ${conversation.createdAt} >= ${notice.mailFrom} - interval '1 minute'
  then jsonb_build_object('by', (select display_name from person o where o.id = ${conversation.authorId}),
    'words', left(${conversation.body}, ${sql.raw(String(WORDS_MAX))})) end`;

/** Why a preview went as it did last, and what the latest entry about an idea says. */
const STEP = sql`(select jsonb_build_object('by', w.display_name, 'words', s.note)
  from preview_step s join person w on w.id = s.by_person where s.idea_id = ${notice.conversationId}
  order by s.at desc, s.id desc limit 1)`;
const ENTRY = sql`(select jsonb_build_object('by', coalesce(w.display_name, e.title),
    'words', left(e.title || E'\\n\\n' || e.body, ${sql.raw(String(WORDS_MAX))}))
  from changelog_link k join changelog_entry e on e.id = k.entry_id left join person w on w.id = e.by_person
  where k.idea_id = ${notice.conversationId} and e.published_at <= ${notice.lastAt}
  order by e.published_at desc limit 1)`;

/** Whether a promised day is what it tells of. */
const OF_PROMISE = sql`${notice.why} in ('promise-due', 'promise-late')`;
/** Whether it tells that ideas were joined, or taken apart. */
const OF_MERGE = sql`${notice.why} in ('merged', 'unmerged')`;

/**
 * Whoever accepted an answer, thanks, asks for help or gives it; the answer itself is news to all but its author. Of a
 * promise one is reminded by nobody.
 */
const DEED = sql`case when ${notice.kind} in ('accepted', 'thanks', 'help', 'preview', 'credit', 'changelog')
    or ${OF_PROMISE} or ${OF_MERGE} then (
  select jsonb_build_object('by', coalesce(max(o.display_name), ''), 'voice', case
    when ${notice.why} = 'solved' then (
      select jsonb_build_object('by', w.display_name, 'words', left(${comment.body}, ${sql.raw(String(WORDS_MAX))}))
      from ${comment} join person w on w.id = ${comment.authorId} where ${comment.id} = ${notice.commentId})
    when ${notice.why} = 'merged' then (
      select jsonb_build_object('by', max(o.display_name), 'words', m.note) from idea_merge m
      where m.idea_id = ${itsDouble} and m.undone_at is null)
    when ${notice.kind} = 'preview' then ${STEP} when ${notice.kind} = 'changelog' then ${ENTRY}
    when ${notice.why} in ('thanked', 'help-asked')
      then jsonb_build_object('by', coalesce(max(o.display_name), ''), 'words', ${wordsBetween}) end)
  from person o where o.id = ${notice.actorId}) end`;

const MOVE = sql`case when ${notice.kind} = 'idea' and not ${OF_MERGE} and not ${OF_PROMISE} then (
  select jsonb_build_object('by', o.display_name, 'words', m.note, 'status', m.to_status)
  from idea_move m join person o on o.id = m.moved_by where m.idea_id = ${notice.conversationId}
  order by m.moved_at desc, m.id desc limit 1) end`;

/** Takes the notices whose wait is over, a batch at a time; another worker takes others. */
export async function takeDue(tx: Tx, at: Date, batch: number): Promise<DueNotice[]> {
  const launch = await currentStage(tx);
  const asked = {
    person: sql`${notice.personId}`,
    kind: sql`${notice.kind}`,
    space: sql`${post.spaceId}`,
    thread: sql`${notice.conversationId}`,
    why: sql`${notice.why}`,
  };
  const chosen = (column: keyof typeof DEFAULT_WISH & ("quietFrom" | "quietUntil")) =>
    sql`coalesce(${noticeWish[column]}, ${sql.raw(String(DEFAULT_WISH[column]))})`;
  const rows: Iterable<DueNotice> = await tx.execute<DueNotice>(sql`
    select ${notice.id}, ${notice.personId}, ${notice.kind}, ${notice.why}, ${notice.conversationId},
      ${notice.commentId}, ${notice.lastAt}, ${person.displayName} as name, ${person.locale}, ${person.timeZone},
      ${person.state} = 'active' as active, ${openToReader(launch, now())} as inside,
      ${openToReader(launch, now(), readersByMail)} as visible, ${waits} as waits, ${stillThere} as there,
      ${wayTo(asked)} as way, a.address, coalesce(${BOUNCED}, false) as bounced,
      ${chosen("quietFrom")} as quiet_from, ${chosen("quietUntil")} as quiet_until,
      coalesce(${noticeWish.workdays}, '{${sql.raw(DEFAULT_WISH.workdays.join(","))}}'::smallint[]) as workdays,
      ${conversation.title}, ${conversation.kind} as conversation_kind, coalesce(${space.name}, ${board.name}) as place,
      ${post.spaceId}, ${space.slug}, ${OPENING} as opening, said.voices, ${MOVE} as move,
      ${DEED} as deed, ${profileBetween} as profile
    from ${notice}
    join ${person} on ${person.id} = ${notice.personId}
    left join ${noticeWish} on ${noticeWish.personId} = ${notice.personId}
    left join ${conversation} on ${conversation.id} = ${notice.conversationId}
    left join ${post} on ${post.id} = ${notice.conversationId}
    left join ${space} on ${space.id} = ${post.spaceId}
    left join ${idea} on ${idea.id} = ${notice.conversationId}
    left join ${board} on ${board.id} = ${idea.boardId}
    left join lateral (select address from person_address where person_id = ${notice.personId}
      order by rank = 'primary' desc, address limit 1) a on true
    left join lateral (${VOICES}) said on ${notice.kind} <> 'accepted'
      and ${notice.kind} not in ${OF_IDEAS}
    where ${notice.mailDueAt} <= ${at.toISOString()}::timestamptz
    order by ${notice.mailDueAt} limit ${batch}
    for update of ${sql.raw("notice")} skip locked`);
  return [...rows];
}
