import { sql } from "drizzle-orm";
import type { Tx } from "@/platform/database/client";
import type { Told } from "@/platform/events/reaction";
import type { answerAccepted, answerUnaccepted } from "@/posts/events";
import { threadFollowers } from "@/posts/reading/facts";
import { comment, conversation } from "@/posts/schema";
import type { ConversationId } from "@/posts/shape";
import { hush } from "../hush";
import { notice } from "../schema";
import { bundleOf, tell } from "../tell";

/**
 * An accepted answer reaches whoever gave it, and those whom the question concerns: who asked, who answered, who follows
 * it. One that is taken away and accepted again is told once.
 */
export async function tellAnswer(tx: Tx, told: Told<typeof answerAccepted.shape>): Promise<void> {
  const { payload, actorId, at } = told;
  const { commentId } = payload;
  const conversationId = told.subjectId as ConversationId;
  const answer = { bundle: "answer", conversationId, commentId, actorId, at } as const;
  const knows = sql`select 1 from ${notice} where ${notice.bundle} = ${bundleOf(answer)} and ${notice.personId} = l.person_id`;
  const helper = sql`select ${comment.authorId} as person_id from ${comment} where ${comment.id} = ${commentId}::uuid`;
  const concerned = sql`select ${conversation.authorId} as person_id from ${conversation}
      where ${conversation.id} = ${conversationId}::uuid
    union all select ${comment.authorId} from ${comment}
      where ${comment.conversationId} = ${conversationId}::uuid and ${comment.removedAt} is null
    union all select person_id from ${threadFollowers(conversationId)} f where follow = 'everything'`;
  const anew = (people: typeof helper) => sql`select person_id from (${people}) l where not exists (${knows})`;
  await tell(tx, answer, [
    { why: "accepted", people: anew(helper) },
    { why: "solved", people: anew(concerned) },
  ]);
}

/** An answer that is one no longer rings no bell any more. */
export async function hushAnswer(tx: Tx, told: Told<typeof answerUnaccepted.shape>): Promise<void> {
  const conversationId = told.subjectId as ConversationId;
  await hush(tx, bundleOf({ bundle: "answer", conversationId, commentId: told.payload.commentId }));
}
