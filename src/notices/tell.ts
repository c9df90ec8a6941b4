import { type SQL, sql } from "drizzle-orm";
import { readersByMail } from "@/feedback/readers";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { threadFollowers } from "@/posts/reading/facts";
import { comment, conversation, post } from "@/posts/schema";
import type { CommentId, ConversationId } from "@/posts/shape";
import { spacePlace } from "@/spaces/schema";
import { currentStage } from "@/stages/queries";
import { waits } from "./policy";
import { dueAt, ring, type ToldRow } from "./ring";
import { notice } from "./schema";
import { REASONS, type Why } from "./shape";
import { unwanted } from "./wishes/way";

/** Something that happened in a conversation, and what it is told together with. */
export type Told = {
  readonly bundle:
    | "talk"
    | "idea"
    | "merge"
    | "unmerge"
    | "preview"
    | "credit"
    | "entry"
    | "sign"
    | "answer"
    | "promise";
  readonly conversationId: ConversationId;
  /** The idea that was merged into the conversation's. */
  readonly double?: ConversationId;
  readonly commentId: CommentId | null;
  readonly actorId: PersonId | null;
  /** When it happened; what is said in a comment happened when the comment says. */
  readonly at: Date;
};

const WHYS = sql.raw(`array[${REASONS.map(({ why }) => `'${why}'`).join(", ")}]::text[]`);
const KINDS = sql.raw(`array[${REASONS.map(({ kind }) => `'${kind}'`).join(", ")}]::text[]`);

/** How strong a reason is: its place among the reasons. */
function strength(why: SQL): SQL {
  return sql`array_position(${WHYS}, ${why})`;
}

/** A conversation is one line; what happened to one thing in it is told by that thing. */
export function bundleOf({ bundle, conversationId, commentId, double }: Omit<Told, "actorId" | "at">): string {
  if (double !== undefined) return `${bundle}:${double}`;
  const ofThing = bundle === "sign" || bundle === "answer";
  return `${bundle}:${ofThing ? (commentId ?? conversationId) : conversationId}`;
}

/** One reason for which people hear of something. `people` selects `person_id`. */
export type Listeners = { readonly why: Why; readonly people: SQL };

/**
 * Tells all listeners of one thing in one statement: those who may read it, everybody once with their strongest reason,
 * whoever wants to hear no more of the thread or its space left out, and never whoever did it. What is unread already
 * gains what is new; what was read comes up again. Of words that were taken back meanwhile nobody is told, and a kind
 * sign is mailed to nobody.
 */
export async function tell(tx: Tx, told: Told, listeners: readonly Listeners[]): Promise<void> {
  const launch = await currentStage(tx);
  const heard = sql.join(
    listeners.map(
      ({ why, people }) => sql`select person_id, ${strength(sql`${why}::text`)} as reason from (${people}) l`,
    ),
    sql` union all `,
  );
  const due = told.bundle === "sign" ? null : dueAt(told.at);
  const here = { space: sql`${post.spaceId}`, thread: sql`${conversation.id}` };
  const itsComment = sql`select ${comment.createdAt} from ${comment} where ${comment.id} = ${told.commentId}::uuid`;
  const said = told.bundle === "talk" ? sql`(${itsComment})` : sql`null`;
  const at = sql`coalesce(${said}, ${told.at.toISOString()}::timestamptz)`;
  const bundle = bundleOf(told);
  // Where an idea stands is a wish of its own, which its listeners were asked for already.
  const heeds =
    told.bundle === "idea" || told.bundle === "merge" || told.bundle === "unmerge"
      ? sql`true`
      : sql`case coalesce(thread.follow, ${spacePlace.level}) when 'nothing' then false
        when 'mentions' then (${KINDS})[heard.reason] = 'mention' else true end`;
  const those: Iterable<ToldRow> = await tx.execute<ToldRow>(sql`
    insert into ${notice} (id, person_id, bundle, kind, why, conversation_id, comment_id, actor_id, since, last_at,
      mail_from, mail_due_at)
    select gen_random_uuid(), ${person.id}, ${bundle}, (${KINDS})[heard.reason], (${WHYS})[heard.reason],
      ${conversation.id}, ${told.commentId}::uuid, ${told.actorId}::uuid, said.at, said.at,
      said.at, ${due?.toISOString() ?? null}::timestamptz
    from (select person_id, max(reason) as reason from (${heard}) h group by person_id) heard
    join ${person} on ${person.id} = heard.person_id
    cross join (select ${at} as at) said
    join ${conversation} on ${conversation.id} = ${told.conversationId}::uuid
    left join ${threadFollowers(told.conversationId)} thread on thread.person_id = ${person.id}
    left join ${post} on ${post.id} = ${conversation.id}
    left join ${spacePlace} on ${spacePlace.personId} = ${person.id} and ${spacePlace.spaceId} = ${post.spaceId}
    where ${person.kind} = 'human' and ${person.id} is distinct from ${told.actorId}::uuid
      and ${heeds}
      and (${told.commentId}::uuid is null or exists (${itsComment}))
      and not ${unwanted({ person: sql`${person.id}`, kind: sql`(${KINDS})[heard.reason]`, ...here })}
      and ${readersByMail(launch, now())}
    on conflict (person_id, bundle) do update set
      ${first("comment_id")}, ${first("since")}, ${strongest("kind")}, ${strongest("why")},
      last_at = greatest(notice.last_at, excluded.last_at), actor_id = excluded.actor_id, read_at = null,
      mail_from = coalesce(notice.mail_from, excluded.mail_from),
      mail_due_at = coalesce(notice.mail_due_at, excluded.mail_due_at)
    returning person_id`);
  await ring(tx, those, bundle, due);
}

const isNew = sql`not ${waits}`;

/** Keeps what the first unread thing said. */
function first(column: "comment_id" | "since"): SQL {
  const name = sql.raw(column);
  return sql`${name} = case when ${isNew} or excluded.since < notice.since then excluded.${name} else notice.${name} end`;
}

/** Keeps what the strongest reason said. */
function strongest(column: "kind" | "why"): SQL {
  const name = sql.raw(column);
  return sql`${name} = case when ${isNew} or ${strength(sql.raw("excluded.why"))} > ${strength(sql.raw("notice.why"))}
    then excluded.${name} else notice.${name} end`;
}
