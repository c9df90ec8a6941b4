import { type SQL, sql } from "drizzle-orm";
import type { PersonId } from "@/members/shape";
import { daysAfter, now } from "@/platform/clock";
import type { CommentId, ConversationId } from "../shape";
import { hostLine, reading, readingLine } from "./schema";
import { AWAY_DAYS, type OwnReading } from "./shape";

/** The smallest id, for the opening of a conversation, and the largest, for all that was said at a moment. */
export const FIRST_ID = "00000000-0000-0000-0000-000000000000";
export const LAST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** Something said in a conversation. Each part may be a column or a value; the opening has no comment's id. */
type Said = { conversation: SQL | ConversationId; at: SQL | Date; id?: SQL | CommentId };

const moment = (value: SQL | Date): SQL =>
  value instanceof Date ? sql`${value.toISOString()}::timestamptz` : sql`${value}`;

/**
 * Whether a person has read what was said: a condition for lists and letters.
 * @param who the person's id, a column or a value
 * @public the rooms that tell people of things ask it
 */
export function hasRead(who: SQL | PersonId, said: Said): SQL {
  const id = said.id ?? sql`${FIRST_ID}`;
  return sql`(exists (select 1 from ${reading} r where r.person_id = ${who}
      and r.conversation_id = ${said.conversation}
      and (r.up_to, r.up_to_id) >= (${moment(said.at)}, ${id}::uuid))
    or exists (select 1 from ${readingLine} l where l.person_id = ${who} and l.drawn_at >= ${moment(said.at)}))`;
}

/**
 * What a person wants to hear of one conversation: their own word about it, or null when their level in the space says.
 * @public the rooms that tell people of things ask it
 */
export function threadLevel(who: SQL | PersonId, conversation: SQL | ConversationId): SQL<string | null> {
  return sql`(select r.follow from ${reading} r where r.person_id = ${who} and r.conversation_id = ${conversation})`;
}

/**
 * Who said what they want to hear of a conversation: rows of `person_id` and `follow`, from an index.
 * @public the rooms that tell people of things ask it
 */
export function threadFollowers(conversation: SQL | ConversationId): SQL {
  return sql`(select r.person_id, r.follow from ${reading} r
    where r.conversation_id = ${conversation} and r.follow is not null)`;
}

/** What a person has of a conversation, as one column: never null. */
export function ownReadingOf(who: PersonId, of: SQL | ConversationId): SQL<OwnReading> {
  return sql<OwnReading>`(select jsonb_build_object('begun', r.up_to is not null, 'follow', r.follow,
      'line', case when l.conversation_id is null then null else jsonb_build_object('english', l.english,
        'french', l.french, 'by', w.display_name) end)
    from (select ${of} as id) this
    left join ${reading} r on r.conversation_id = this.id and r.person_id = ${who}
    left join ${hostLine} l on l.conversation_id = this.id
    left join person w on w.id = l.written_by)`;
}

/** The place after which everything in one conversation is unread to one person: a moment and an id, for a key. */
export function readUpTo(who: SQL | PersonId, of: SQL | ConversationId): SQL {
  const line = lineOf();
  const place = (what: SQL) => sql`(select ${what} from (select ${who}::uuid as id) me
    left join ${reading} r on r.person_id = me.id and r.conversation_id = ${of}
    left join ${readingLine} l on l.person_id = me.id)`;
  return sql`${place(upToOf(line))}, ${place(upToIdOf(line))}`;
}

/**
 * The line that somebody's reading starts from, of a row `l` of `reading_line`. Whoever was never here, or not for a
 * long time, starts from this moment, also before their visit is noted.
 */
export function lineOf(): SQL<string> {
  const at = now();
  const away = daysAfter(at, -AWAY_DAYS).toISOString();
  return sql<string>`case when l.here_at >= ${away}::timestamptz then l.drawn_at else ${at.toISOString()}::timestamptz end`;
}

/** How far somebody has read, of a row `r` of `reading`, which may be missing, and the line that they start from. */
export function upToOf(line: SQL): SQL {
  return sql`greatest(r.up_to, ${line})`;
}

export function upToIdOf(line: SQL): SQL {
  return sql`case when r.up_to >= ${line} then r.up_to_id else ${sql.raw(`'${LAST_ID}'`)}::uuid end`;
}
