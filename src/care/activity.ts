import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { ideasVisibleTo } from "@/feedback/policy";
import { board, idea, vote } from "@/feedback/schema";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, momentKey, type Page, type PageInput } from "@/platform/database/page";
import { bookmark, reaction } from "@/posts/marks/schema";
import { postsVisibleTo } from "@/posts/policy";
import { reading } from "@/posts/reading/schema";
import { comment, conversation, post } from "@/posts/schema";
import { space } from "@/spaces/schema";
import type { Deeds } from "./shape";
import { type DeedView, deedView } from "./views";

const NOBODY = sql`null::jsonb as person`;

/** A conversation that the viewer still reads, with whether it is an idea: what is closed to them now is not named. */
function readable(viewer: Viewer, id: SQL): SQL {
  return sql`cross join lateral (
    select ${conversation.id} as conversation, ${conversation.title} as title, false as on_idea
    from ${conversation} join ${post} on ${post.id} = ${conversation.id} join ${space} on ${space.id} = ${post.spaceId}
    where ${conversation.id} = ${id} and ${postsVisibleTo(viewer)}
    union all
    select ${conversation.id}, ${conversation.title}, true
    from ${conversation} join ${idea} on ${idea.id} = ${conversation.id} join ${board} on ${board.id} = ${idea.boardId}
    where ${conversation.id} = ${id} and ${ideasVisibleTo(viewer)}) stands`;
}

/** Rows of one kind, before a key, newest first: kind, id, at, text, conversation, comment, person, on_idea. */
const SOURCES: Readonly<Record<Deeds, (viewer: Viewer, older: (at: SQL, id: SQL) => SQL, take: number) => SQL[]>> = {
  written: (viewer, older, take) => [
    sql`select case when stands.on_idea then 'idea' else 'post' end as kind, mine.id, mine.created_at as at, stands.title as text,
        stands.conversation, null::uuid as comment, ${NOBODY}, stands.on_idea
      from conversation mine ${readable(viewer, sql`mine.id`)}
      where mine.author_id = ${viewer.id} and ${older(sql`mine.created_at`, sql`mine.id`)}
      order by mine.created_at desc, mine.id desc limit ${take}`,
    sql`select 'comment' as kind, mine.id, mine.created_at as at, stands.title as text, stands.conversation, mine.id as comment,
        ${NOBODY}, stands.on_idea
      from ${comment} mine ${readable(viewer, sql`mine.conversation_id`)}
      where mine.author_id = ${viewer.id} and mine.removed_at is null and ${older(sql`mine.created_at`, sql`mine.id`)}
      order by mine.created_at desc, mine.id desc limit ${take}`,
  ],
  voted: (viewer, older, take) => [
    sql`select 'vote' as kind, mine.idea_id as id, mine.voted_at as at, stands.title as text, stands.conversation,
        null::uuid as comment, ${NOBODY}, stands.on_idea
      from ${vote} mine ${readable(viewer, sql`mine.idea_id`)}
      where mine.person_id = ${viewer.id} and ${older(sql`mine.voted_at`, sql`mine.idea_id`)}
      order by mine.voted_at desc, mine.idea_id desc limit ${take}`,
  ],
  reacted: (viewer, older, take) => [
    sql`select 'reaction' as kind, mine.id, mine.reacted_at as at, stands.title as text, stands.conversation,
        mine.comment_id as comment, ${NOBODY}, stands.on_idea
      from ${reaction} mine ${readable(viewer, sql`mine.conversation_id`)}
      where mine.person_id = ${viewer.id} and ${older(sql`mine.reacted_at`, sql`mine.id`)}
        and (mine.comment_id is null or exists (select 1 from ${comment}
          where ${comment.id} = mine.comment_id and ${comment.removedAt} is null))
      order by mine.reacted_at desc, mine.id desc limit ${take}`,
  ],
  saved: (viewer, older, take) => [
    sql`select 'saved' as kind, mine.conversation_id as id, mine.saved_at as at, stands.title as text, stands.conversation,
        null::uuid as comment, ${NOBODY}, stands.on_idea
      from ${bookmark} mine ${readable(viewer, sql`mine.conversation_id`)}
      where mine.person_id = ${viewer.id} and ${older(sql`mine.saved_at`, sql`mine.conversation_id`)}
      order by mine.saved_at desc, mine.conversation_id desc limit ${take}`,
  ],
  following: (viewer, older, take) => [
    sql`select 'following' as kind, mine.conversation_id as id, coalesce(mine.seen_at, 'epoch') as at, stands.title as text,
        stands.conversation, null::uuid as comment, ${NOBODY}, stands.on_idea
      from ${reading} mine ${readable(viewer, sql`mine.conversation_id`)}
      where mine.person_id = ${viewer.id} and mine.follow = 'everything'
        and ${older(sql`coalesce(mine.seen_at, 'epoch')`, sql`mine.conversation_id`)}
      order by mine.seen_at desc nulls last, mine.conversation_id desc limit ${take}`,
  ],
  helping: (viewer, older, take) => [
    sql`select 'offer' as kind, mine.id, mine.created_at as at, mine.words as text, null::uuid as conversation,
        null::uuid as comment, ${NOBODY}, false as on_idea
      from offer mine where mine.person_id = ${viewer.id} and mine.removed_at is null
        and ${older(sql`mine.created_at`, sql`mine.id`)} order by mine.created_at desc, mine.id desc limit ${take}`,
    sql`select 'ask' as kind, mine.id, mine.asked_at as at, mine.words as text, null::uuid as conversation,
        null::uuid as comment, jsonb_build_object('id', other.id, 'displayName', other.display_name) as person, false as on_idea
      from offer_ask mine join offer on offer.id = mine.offer_id
      join person other on other.id = case when offer.person_id = ${viewer.id} then mine.asker_id else offer.person_id end
      where (mine.asker_id = ${viewer.id} or offer.person_id = ${viewer.id}) and ${older(sql`mine.asked_at`, sql`mine.id`)}
      order by mine.asked_at desc, mine.id desc limit ${take}`,
    sql`select 'thanks' as kind, mine.id, mine.given_at as at, mine.words as text, null::uuid as conversation,
        null::uuid as comment, jsonb_build_object('id', other.id, 'displayName', other.display_name) as person, false as on_idea
      from thanks mine join person other on other.id = mine.to_id
      where mine.from_id = ${viewer.id} and ${older(sql`mine.given_at`, sql`mine.id`)}
      order by mine.given_at desc, mine.id desc limit ${take}`,
  ],
};

/** What the viewer did themselves, newest first; nobody else can ask for it. */
export async function ownDeeds(
  db: Reader,
  viewer: Viewer,
  page: PageInput & { deeds: Deeds },
): Promise<Page<DeedView>> {
  const key = decodeKey(page.after, momentKey);
  const older = (at: SQL, id: SQL) =>
    key === null ? sql`true` : sql`(${at}, ${id}) < (${key[0]}::timestamptz, ${key[1]}::uuid)`;
  const parts = SOURCES[page.deeds](viewer, older, page.take + 1).map((part) => sql`(${part})`);
  const rows: Iterable<Record<string, unknown>> = await db.execute(sql`
    select kind, id, at, text, conversation, comment, person, on_idea as "onIdea",
      case kind when 'reaction' then (select r.kind from ${reaction} r where r.id = deed.id) end as sign
    from (${sql.join(parts, sql` union all `)}) deed order by at desc, id desc limit ${page.take + 1}`);
  return cut(z.array(deedView).parse([...rows]), page.take, (row) => [row.at.toISOString(), row.id]);
}
