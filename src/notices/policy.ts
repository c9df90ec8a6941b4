import { type SQL, sql } from "drizzle-orm";
import { offerAsk } from "@/care/offers/schema";
import { changelogSeen } from "@/feedback/changelog/schema";
import { boardsVisibleTo } from "@/feedback/policy";
import { readersOfConversation } from "@/feedback/readers";
import { board, idea } from "@/feedback/schema";
import type { Viewer } from "@/platform/access/viewer";
import { reaction } from "@/posts/marks/schema";
import { hasRead } from "@/posts/reading/facts";
import { reading, readingLine } from "@/posts/reading/schema";
import { comment, conversation, post } from "@/posts/schema";
import { type Launch, spacesReadableBy, spacesVisibleTo } from "@/spaces/policy";
import { space } from "@/spaces/schema";
import { admittedAt } from "@/stages/admitted";
import { notice } from "./schema";

const newTalk = sql`(${notice.commentId} is null or exists (select 1 from ${comment}
  where ${comment.conversationId} = ${notice.conversationId} and ${comment.createdAt} >= ${notice.since}
    and ${comment.removedAt} is null and ${comment.authorId} <> ${notice.personId}))`;

const itsComment = sql`exists (select 1 from ${comment}
  where ${comment.id} = ${notice.commentId} and ${comment.removedAt} is null)`;

/** Somebody's kind sign on the words, which are there themselves. Two questions, because each has its own index. */
const newSigns = sql`case when ${notice.commentId} is null
  then exists (select 1 from ${reaction} where ${reaction.conversationId} = ${notice.conversationId}
    and ${reaction.commentId} is null and ${reaction.reactedAt} >= ${notice.since}
    and ${reaction.personId} <> ${notice.personId})
  else ${itsComment} and exists (select 1 from ${reaction} where ${reaction.commentId} = ${notice.commentId}
    and ${reaction.reactedAt} >= ${notice.since} and ${reaction.personId} <> ${notice.personId}) end`;

const isTheAnswer = sql`(${itsComment} and exists (select 1 from ${post}
  where ${post.id} = ${notice.conversationId} and ${post.acceptedCommentId} = ${notice.commentId}))`;

/** The idea that a notice of a merge is about; an undone merge is no news. */
export const itsDouble = sql`split_part(${notice.bundle}, ':', 2)::uuid`;
const stillMerged = sql`exists (select 1 from ${idea} double
  where double.id = ${itsDouble} and double.merged_into = ${notice.conversationId})`;

/** The same for an idea that stood alone again, and was merged once more since. */
const stillAlone = sql`exists (select 1 from ${idea} single
  where single.id = ${notice.conversationId} and single.merged_into is null)`;

/** Whether something of what a notice tells is still there, as a condition on `notice`. */
export const stillThere = sql`case ${notice.why} when 'merged' then ${stillMerged} when 'unmerged' then ${stillAlone}
  else case ${notice.kind} when 'reaction' then ${newSigns} when 'accepted' then ${isTheAnswer}
  else ${newTalk} end end`;

/** The viewer's notices of what they may see and what is still there, as a condition on `notice`. */
export function noticesVisibleTo(viewer: Viewer): SQL {
  return sql`(${notice.personId} = ${viewer.id} and ${stillThere}
    and (${notice.conversationId} is null
      or exists (select 1 from ${post} join ${space} on ${space.id} = ${post.spaceId}
        where ${post.id} = ${notice.conversationId} and ${post.removedAt} is null and ${spacesReadableBy(viewer)})
      or exists (select 1 from ${idea} join ${board} on ${board.id} = ${idea.boardId}
        where ${idea.id} = ${notice.conversationId} and ${idea.removedAt} is null and ${boardsVisibleTo(viewer)}))
    and (${notice.spaceId} is null
      or exists (select 1 from ${space} where ${space.id} = ${notice.spaceId} and ${spacesVisibleTo(viewer)})))`;
}

/**
 * Whether a notice's person may read what it tells of, as a condition on `person` and on the notice's `conversation`: in
 * a conversation whoever reads it, and everything else whoever is inside.
 * @param readers who reads a conversation
 */
export function openToReader(launch: Launch, at: Date, readers = readersOfConversation): SQL<boolean> {
  return sql<boolean>`case when ${conversation.id} is null then ${admittedAt(launch.stage, launch.audience, at)}
    else ${readers(launch, at)} end`;
}

/**
 * An idea's answer stands at its top, kind signs and the accepted answer stand on what was there before: whoever had
 * the page on a screen since has read of them.
 */
const seenSince = sql`(exists (select 1 from ${reading} r where r.person_id = ${notice.personId}
    and r.conversation_id = ${notice.conversationId} and r.seen_at >= ${notice.lastAt})
  or exists (select 1 from ${readingLine} l where l.person_id = ${notice.personId} and l.drawn_at >= ${notice.lastAt}))`;

/** Whoever answered somebody who asks for help has read it; a yes or a no is read when it was looked at. */
const answeredSince = sql`(${notice.why} = 'help-asked' and exists (select 1 from ${offerAsk}
  where ${offerAsk.id} = ${notice.askId} and ${offerAsk.answeredAt} is not null))`;

/** Whoever looked at the changelog has read what is new in it. */
const changelogSince = sql`exists (select 1 from ${changelogSeen}
  where ${changelogSeen.personId} = ${notice.personId} and ${changelogSeen.seenAt} >= ${notice.lastAt})`;

/** Whether a notice still waits: it was not marked as read, and what it tells was not read in its own place. */
export const waits = sql<boolean>`(${notice.readAt} is null and not case
  when ${notice.kind} in ('idea', 'reaction', 'accepted', 'preview', 'credit') then ${seenSince}
  when ${notice.kind} = 'changelog' then (${seenSince} or ${changelogSince})
  when ${notice.kind} = 'help' then ${answeredSince} when ${notice.kind} in ('thanks', 'launch') then false
  else ${hasRead(sql`${notice.personId}`, { conversation: sql`${notice.conversationId}`, at: sql`${notice.lastAt}` })} end)`;
