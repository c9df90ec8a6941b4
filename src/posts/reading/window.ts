import { asc, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { asComment, columnsFor, type MayDo } from "../comments";
import { comment } from "../schema";
import type { CommentId, ConversationId } from "../shape";
import { FIRST_ID, lineOf, upToIdOf, upToOf } from "./facts";
import { reading, readingLine } from "./schema";
import { UNREAD_MAX, type WindowAsk } from "./shape";
import type { ThreadWindow } from "./views";

/** How many comments stand above the one that is asked for, so that one sees what it comes after. */
const LEAD = 6;
/** The first unread comment of the page is looked for among so many of those that were written first. */
const NEAREST = 50;

/** The order of a page: by branch, what began it first, then by time. One index has it (`comment_in_thread`). */
const PLACE = sql.raw("c.thread_at, c.thread_id, (c.thread_id <> c.id), c.created_at, c.id");
const PLACE_DOWN = sql.raw(
  "c.thread_at desc, c.thread_id desc, (c.thread_id <> c.id) desc, c.created_at desc, c.id desc",
);
const NAMED = sql.raw("c.thread_at, c.thread_id, (c.thread_id <> c.id) as answers, c.created_at, c.id");
/** Where the page turns, as values that are known before the index is walked. */
const TURN = sql.raw(
  ["thread_at", "thread_id", "answers", "created_at", "id"].map((part) => `(select t.${part} from turn t)`).join(", "),
);

/** A conversation, and others whose comments are read in it as if they had been said there. */
export type Read = { readonly id: ConversationId; readonly joined?: readonly ConversationId[] };

/** Comments of one conversation or of several; of one alone the index gives the order. */
export function inOneOf(ids: readonly ConversationId[]): SQL {
  const [only] = ids;
  if (only !== undefined && ids.length === 1) return sql`c.conversation_id = ${only}`;
  return sql`c.conversation_id in (${sql.join(
    ids.map((one) => sql`${one}::uuid`),
    sql`, `,
  )})`;
}

/** How a part lies around its place: whether that comment is in it, how many go before, whether room is filled up. */
type Lie = { readonly strict: boolean; readonly lead: number; readonly side: "around" | "before" | "after" };

function lieOf(ask: WindowAsk): Lie {
  if (ask.before !== undefined) return { strict: false, lead: ask.take, side: "before" };
  if (ask.until !== undefined) return { strict: true, lead: ask.take, side: "before" };
  if (ask.after !== undefined) return { strict: true, lead: 0, side: "after" };
  if (ask.from !== undefined) return { strict: false, lead: 0, side: "after" };
  const isEdge = ask.edge !== undefined || ask.on !== undefined;
  return { strict: false, lead: isEdge ? 0 : Math.min(LEAD, ask.take >> 1), side: "around" };
}

/** Places that the page may turn at, the best first. */
function turnsOf(within: SQL, ask: WindowAsk): SQL {
  const at = (moment: string) =>
    sql`${moment}::timestamptz, ${FIRST_ID}::uuid, false, '-infinity'::timestamptz, ${FIRST_ID}::uuid`;
  const named = ask.before ?? ask.until ?? ask.after ?? ask.from ?? ask.at;
  const wishes: SQL[] = [];
  if (named !== undefined) wishes.push(sql`select 1, ${NAMED} from comment c where c.id = ${named} and ${within}`);
  if (ask.edge !== undefined) wishes.push(sql`select 2, ${at(ask.edge === "end" ? "infinity" : "-infinity")}`);
  if (ask.on !== undefined) wishes.push(sql`select 2, ${at(ask.on)}`);
  wishes.push(sql`select 3, u.* from first_unread u`);
  wishes.push(sql`select 4, ${at("infinity")} from mine where mine.begun`);
  wishes.push(sql`select 5, ${at("-infinity")}`);
  return sql.join(wishes, sql` union all `);
}

/**
 * The ids of a part of a conversation, and what is unread in it. What it reads is bounded by the size of the part and
 * by what is counted, however long the conversation is.
 */
function keysOf(who: PersonId, { id: of, joined = [] }: Read, ask: WindowAsk): SQL {
  const within = inOneOf([of, ...joined]);
  const { strict, lead, side } = lieOf(ask);
  const line = lineOf();
  const [back, on] = strict ? [sql`<=`, sql`>`] : [sql`<`, sql`>=`];
  const [wantBack, wantOn] = [side === "after" ? 1 : ask.take + 1, side === "before" ? 1 : ask.take + 1];
  const span =
    side === "around"
      ? sql`least(b, greatest(${lead}, ${ask.take} - a))`
      : side === "before"
        ? sql`least(b, ${ask.take})`
        : sql`0`;
  const shownOn = side === "before" ? sql`0` : sql`${ask.take} - above`;
  return sql`(
    with mine as materialized (
      select ${upToOf(line)} as up_to, ${upToIdOf(line)} as up_to_id, r.up_to is not null as begun
      from (select ${who}::uuid as id) me
      left join ${reading} r on r.person_id = me.id and r.conversation_id = ${of}
      left join ${readingLine} l on l.person_id = me.id
    ), unread as materialized (
      select ${NAMED} from comment c where ${within}
        and (c.created_at, c.id) > ((select up_to from mine), (select up_to_id from mine))
        and c.author_id <> ${who} and c.removed_at is null
      order by c.created_at, c.id limit ${UNREAD_MAX}
    ), first_unread as (
      select near.* from (select * from unread order by created_at, id limit ${NEAREST}) near
      order by thread_at, thread_id, answers, created_at, id limit 1
    ), turn as materialized (
      select w.* from (${turnsOf(within, ask)}) w(rank, thread_at, thread_id, answers, created_at, id) order by rank limit 1
    ), above as materialized (
      select c.id, row_number() over (order by ${PLACE_DOWN}) as n from comment c
      where ${within} and (${PLACE}) ${back} (${TURN}) order by ${PLACE_DOWN} limit ${wantBack}
    ), below as materialized (
      select c.id, row_number() over (order by ${PLACE}) as n from comment c
      where ${within} and (${PLACE}) ${on} (${TURN}) order by ${PLACE} limit ${wantOn}
    ), size as (
      select b, a, ${span} as above from
        (select (select count(*)::int from above) as b, (select count(*)::int from below) as a) counted
    ), here as (
      select above.id from above, size where above.n <= size.above
      union all
      select below.id from below, size where below.n <= ${shownOn}
    )
    select here.id, mine.up_to, mine.up_to_id, size.b > size.above as earlier, size.a > ${shownOn} as later,
      (select count(*)::int from unread) as unread_count, (select u.id from first_unread u) as unread_first
    from here, mine, size
  )`;
}

const answered = alias(comment, "answered");
const answeredAuthor = alias(person, "answered_author");
const branch = alias(comment, "branch");
const branchAuthor = alias(person, "branch_author");

/** A part of a conversation, as the viewer comes to it. The caller has checked that they may read the conversation. */
export async function windowOf(
  db: Reader,
  viewer: Viewer,
  of: Read,
  ask: WindowAsk,
  mayDo: MayDo,
): Promise<ThreadWindow> {
  const rows = await db
    .select({
      ...columnsFor(viewer),
      conversationId: comment.conversationId,
      threadId: comment.threadId,
      answeredId: answered.id,
      answeredAuthor: { id: answeredAuthor.id, displayName: answeredAuthor.displayName },
      branchAuthor: { id: branchAuthor.id, displayName: branchAuthor.displayName },
      branchRemoved: sql<boolean>`${branch.removedAt} is not null`,
      unread: sql<boolean>`((${comment.createdAt}, ${comment.id}) > (k.up_to, k.up_to_id)
        and ${comment.authorId} <> ${viewer.id} and ${comment.removedAt} is null)`,
      earlier: sql<boolean>`k.earlier`,
      later: sql<boolean>`k.later`,
      unreadCount: sql<number>`k.unread_count`,
      unreadFirst: sql<CommentId | null>`k.unread_first`,
    })
    .from(comment)
    .innerJoin(sql`${keysOf(viewer.id, of, ask)} k`, sql`k.id = ${comment.id}`)
    .innerJoin(person, eq(person.id, comment.authorId))
    .leftJoin(answered, eq(answered.id, comment.parentId))
    .leftJoin(answeredAuthor, eq(answeredAuthor.id, answered.authorId))
    .leftJoin(branch, sql`${branch.id} = ${comment.threadId} and ${comment.threadId} <> ${comment.id}`)
    .leftJoin(branchAuthor, eq(branchAuthor.id, branch.authorId))
    .orderBy(
      asc(comment.threadAt),
      asc(comment.threadId),
      sql`(${comment.threadId} <> ${comment.id})`,
      asc(comment.createdAt),
      asc(comment.id),
    );
  const [first] = rows;
  const under =
    first?.branchAuthor && first.threadId !== first.id
      ? { id: first.threadId, author: first.branchAuthor, removed: first.branchRemoved }
      : null;
  return {
    items: rows.map(({ answeredId, answeredAuthor: author, ...row }) => ({
      ...asComment(row, viewer, mayDo),
      answers:
        answeredId !== null && author !== null && answeredId !== row.threadId ? { id: answeredId, author } : null,
    })),
    earlier: first?.earlier ?? ask.after !== undefined,
    later: first?.later ?? ask.before !== undefined,
    under,
    unread: { count: first?.unreadCount ?? 0, first: first?.unreadFirst ?? null },
  };
}
