import { type SQL, sql } from "drizzle-orm";
import type { PersonId } from "@/members/shape";
import type { CommentId, ConversationId } from "../shape";
import { reading, readingLine } from "./schema";
import type { OwnReading } from "./shape";

/** The smallest id, for the opening of a conversation, and the largest, for all that was said at a moment. */
export const FIRST_ID = "00000000-0000-0000-0000-000000000000";
const LAST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

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
  return sql<OwnReading>`coalesce((
    select jsonb_build_object('begun', r.up_to is not null, 'follow', r.follow) from ${reading} r
    where r.person_id = ${who} and r.conversation_id = ${of}), '{"begun": false, "follow": null}'::jsonb)`;
}

/** The place after which everything in one conversation is unread to one person: a moment and an id, for a key. */
export function readUpTo(who: SQL | PersonId, of: SQL | ConversationId): SQL {
  const place = (what: SQL) => sql`(select ${what} from (select ${who}::uuid as id) me
    left join ${reading} r on r.person_id = me.id and r.conversation_id = ${of}
    left join ${readingLine} l on l.person_id = me.id)`;
  return sql`${place(upToOf())}, ${place(upToIdOf())}`;
}

/** The same of rows `r` of `reading` and `l` of `reading_line`, each of which may be missing. */
export function upToOf(): SQL {
  return sql`coalesce(greatest(r.up_to, l.drawn_at), '-infinity')`;
}

export function upToIdOf(): SQL {
  return sql`case when r.up_to >= coalesce(l.drawn_at, '-infinity') then r.up_to_id
    when l.drawn_at is null then ${sql.raw(`'${FIRST_ID}'`)}::uuid else ${sql.raw(`'${LAST_ID}'`)}::uuid end`;
}
