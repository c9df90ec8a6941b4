import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { PersonId } from "@/members/shape";
import { now } from "@/platform/clock";
import type { Cause } from "@/platform/events/event";
import { comment, conversation, post } from "../../schema";
import type { CommentId, ConversationId } from "../../shape";
import { FIRST_ID, LAST_ID, readUpTo } from "../facts";
import { reading } from "../schema";
import type { Shown } from "../shape";

/** More than any page shows: among so many unread comments one is not on it, or they are all that there are. */
const WALKED = 120;

/** A place in the order of time. */
type Place = { at: Date; id: string };
/** Who reads what. */
type Reading = {
  cause: Pick<Cause, "tx">;
  who: PersonId;
  of: ConversationId;
  /** Conversations whose comments stand on the same page; they are read as far as this one. */
  joined?: readonly ConversationId[];
};

/**
 * Notes what somebody has had on a screen. What counts as read is one place in time, and answers stand under what they
 * answer: so it moves on until the first thing said that was not on the page, and never back.
 */
export async function markRead(at: Reading, shown: Shown): Promise<void> {
  const walked = await walk(at, shown);
  const gap = walked.findIndex((one) => !one.shown);
  const last = walked[(gap < 0 ? walked.length : gap) - 1];
  const isAll = gap < 0 && walked.length < WALKED;
  const place = isAll ? await end(at) : (last ?? (await opening(at)));
  await moveTo(at, place);
  for (const of of at.joined ?? []) await moveTo({ ...at, of }, place);
}

/** Marks a conversation as read to its end, whatever of it was on a screen. */
export async function markAllOf(at: Reading): Promise<void> {
  const place = await end(at);
  await moveTo(at, place);
  for (const of of at.joined ?? []) await moveTo({ ...at, of }, place);
}

/**
 * Lets whoever speaks in a conversation follow it, unless they said otherwise. What they say counts as read when
 * nothing that others said before it is unread.
 */
export async function noteVoice({ cause, who, of }: Reading, said: Place): Promise<void> {
  const place = sql`(${said.at.toISOString()}::timestamptz, ${said.id}::uuid)`;
  await cause.tx.execute(sql`
    with behind as (
      select exists (select 1 from ${comment} c where c.conversation_id = ${of}
        and (c.created_at, c.id) > (${readUpTo(who, of)}) and (c.created_at, c.id) < ${place}
        and c.author_id <> ${who} and c.removed_at is null) as yes
    )
    insert into ${reading} as r (person_id, conversation_id, up_to, up_to_id, seen_at, follow)
    select ${who}::uuid, ${of}::uuid, case when behind.yes then null else ${said.at.toISOString()}::timestamptz end,
      case when behind.yes then null else ${said.id}::uuid end, ${now().toISOString()}::timestamptz, 'everything'
    from behind
    on conflict (person_id, conversation_id) do update set follow = coalesce(r.follow, 'everything'),
      seen_at = excluded.seen_at, up_to = coalesce(excluded.up_to, r.up_to),
      up_to_id = coalesce(excluded.up_to_id, r.up_to_id)`);
}

/** What is unread, oldest first, and whether it was on the page; one's own words and removed ones always were. */
async function walk(
  { cause, who, of, joined = [] }: Reading,
  { first, last }: Shown,
): Promise<(Place & { shown: boolean })[]> {
  const place = sql`(${comment.threadAt}, ${comment.threadId}, ${comment.threadId} <> ${comment.id},
    ${comment.createdAt}, ${comment.id})`;
  const all = sql.join(
    [of, ...joined].map((one) => sql`${one}::uuid`),
    sql`, `,
  );
  const edge = (id: CommentId) => {
    const part = (what: string) =>
      sql`(select ${sql.raw(what)} from comment e where e.id = ${id} and e.conversation_id in (${all}))`;
    return sql`(${part("e.thread_at")}, ${part("e.thread_id")}, ${part("e.thread_id <> e.id")},
      ${part("e.created_at")}, ${part("e.id")})`;
  };
  const onPage = first && last ? sql`${place} >= ${edge(first)} and ${place} <= ${edge(last)}` : sql`false`;
  return cause.tx
    .select({
      at: comment.createdAt,
      id: comment.id,
      shown: sql<boolean>`(${comment.authorId} = ${who} or ${comment.removedAt} is not null
        or coalesce(${onPage}, false))`,
    })
    .from(comment)
    .where(
      and(
        inArray(comment.conversationId, [of, ...joined]),
        sql`(${comment.createdAt}, ${comment.id}) > (${readUpTo(who, of)})`,
      ),
    )
    .orderBy(asc(comment.createdAt), asc(comment.id))
    .limit(WALKED);
}

async function opening({ cause, of }: Reading): Promise<Place | undefined> {
  const [row] = await cause.tx.select({ at: conversation.createdAt }).from(conversation).where(eq(conversation.id, of));
  return row === undefined ? undefined : { at: row.at, id: FIRST_ID };
}

/**
 * The end of a conversation. Its last moment counts, not only that of its last comment: lists go by it, and it may be
 * later, as when the last comment was taken away.
 */
async function end({ cause, of, joined = [] }: Reading): Promise<Place | undefined> {
  const [row] = await cause.tx
    .select({
      at: sql<Date | null>`max(greatest(${conversation.lastActivityAt}, ${post.lastActivityAt}))`.mapWith(
        conversation.createdAt,
      ),
    })
    .from(conversation)
    .leftJoin(post, eq(post.id, conversation.id))
    .where(inArray(conversation.id, [of, ...joined]));
  return row === undefined || row.at === null ? undefined : { at: row.at, id: LAST_ID };
}

async function moveTo({ cause, who, of }: Reading, place: Place | undefined): Promise<void> {
  if (place === undefined) return;
  const moment = now();
  const isOn = sql`(${reading.upTo} is null
    or (excluded.up_to, excluded.up_to_id) > (${reading.upTo}, ${reading.upToId}))`;
  await cause.tx
    .insert(reading)
    .values({ personId: who, conversationId: of, upTo: place.at, upToId: place.id, seenAt: moment })
    .onConflictDoUpdate({
      target: [reading.personId, reading.conversationId],
      set: {
        upTo: sql`case when ${isOn} then excluded.up_to else ${reading.upTo} end`,
        upToId: sql`case when ${isOn} then excluded.up_to_id else ${reading.upToId} end`,
        seenAt: moment,
      },
    });
}
