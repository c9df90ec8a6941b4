import { sql } from "drizzle-orm";
import { board, idea } from "@/feedback/schema";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Tx } from "@/platform/database/client";
import { conversation, post } from "@/posts/schema";
import type { CommentId, ConversationId, ConversationKind } from "@/posts/shape";
import { space } from "@/spaces/schema";
import { currentStage } from "@/stages/queries";
import { profileBetween, wordsBetween } from "../between";
import { openToReader, stillThere, waits } from "../policy";
import type { Somebody } from "../queries";
import { notice } from "../schema";
import type { NoticeId, NoticeKind, Why } from "../shape";
import { VOICES } from "../voices";
import { wayTo } from "../wishes/way";

/** One thing of a digest. */
export type News = {
  readonly id: NoticeId;
  readonly person_id: PersonId;
  readonly kind: NoticeKind;
  readonly why: Why;
  /** None for what is between two people, which stands on a profile. */
  readonly conversation_id: ConversationId | null;
  readonly conversation_kind: ConversationKind | null;
  readonly profile: PersonId | null;
  readonly comment_id: CommentId | null;
  readonly title: string;
  readonly excerpt: string;
  readonly place: string | null;
  readonly voices: Somebody[] | null;
  readonly actor: Somebody | null;
};

/** A digest tells this many things at most; the bell has the others. */
export const NEWS_MAX = 30;

/**
 * What is new to people since their last digest, not read, still there, open to them now, and wished for in a digest:
 * one statement for all of them, the latest first.
 */
export async function newsFor(tx: Tx, people: readonly PersonId[], at: Date): Promise<News[]> {
  const launch = await currentStage(tx);
  const way = wayTo({
    person: sql`${notice.personId}`,
    kind: sql`${notice.kind}`,
    space: sql`${post.spaceId}`,
    thread: sql`${notice.conversationId}`,
    why: sql`${notice.why}`,
  });
  const ids = `{${people.join(",")}}`;
  const rows: Iterable<News> = await tx.execute<News>(sql`
    select told.id, told.person_id, told.kind, told.why, told.conversation_id, told.conversation_kind, told.comment_id,
      told.title, told.excerpt, told.place, told.voices, told.actor, told.profile
    from (
      select ${notice.id}, ${notice.personId}, ${notice.kind}, ${notice.why}, ${notice.conversationId},
        ${notice.commentId}, ${conversation.kind} as conversation_kind,
        coalesce(${conversation.title}, ${wordsBetween}) as title, coalesce(${conversation.excerpt}, '') as excerpt,
        ${profileBetween} as profile,
        coalesce(${space.name}, ${board.name}) as place, said.voices, ${notice.lastAt} as last_at,
        (select jsonb_build_object('id', a.id, 'name', a.display_name) from person a where a.id = ${notice.actorId}) as actor,
        row_number() over (partition by ${notice.personId} order by ${notice.lastAt} desc) as place_in_line
      from ${notice}
      join ${person} on ${person.id} = ${notice.personId}
      left join ${conversation} on ${conversation.id} = ${notice.conversationId}
      left join ${post} on ${post.id} = ${notice.conversationId}
      left join ${space} on ${space.id} = ${post.spaceId}
      left join ${idea} on ${idea.id} = ${notice.conversationId}
      left join ${board} on ${board.id} = ${idea.boardId}
      left join lateral (${VOICES}) said on true
      where ${notice.personId} = any(${ids}::uuid[]) and ${notice.readAt} is null and ${waits} and ${stillThere}
        and (${notice.digestedAt} is null or ${notice.lastAt} > ${notice.digestedAt})
        and ${notice.mailDueAt} is null and ${way} = 'digest'
        and (${conversation.id} is not null or ${notice.kind} in ('thanks', 'help')) and ${openToReader(launch, at)}
    ) told where told.place_in_line <= ${NEWS_MAX}
    order by told.person_id, told.last_at desc`);
  return [...rows];
}
