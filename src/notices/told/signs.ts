import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/platform/database/client";
import type { Told } from "@/platform/events/reaction";
import { event } from "@/platform/events/schema";
import type { Id } from "@/platform/ids";
import { reactionAdded, type reactionRemoved } from "@/posts/marks/events";
import { reaction } from "@/posts/marks/schema";
import { comment, conversation } from "@/posts/schema";
import { hush } from "../hush";
import { bundleOf, tell } from "../tell";

/**
 * A kind sign reaches whoever wrote the words, one line a thing. Whoever takes a sign away and gives it again, or adds
 * another, is told once: the trail of events says so. That the sign may be gone by now is seen when the line is shown.
 */
export async function tellSign(tx: Tx, told: Told<typeof reactionAdded.shape>): Promise<void> {
  const { id, actorId, at } = told;
  const { conversationId, commentId } = told.payload;
  const [sign] = await tx
    .select({ at: reaction.reactedAt })
    .from(reaction)
    .where(eq(reaction.id, told.subjectId as Id<"reaction">));
  const writer =
    commentId === null
      ? sql`select ${conversation.authorId} as person_id from ${conversation} where ${conversation.id} = ${conversationId}::uuid`
      : sql`select ${comment.authorId} as person_id from ${comment} where ${comment.id} = ${commentId}::uuid`;
  const before = sql`select 1 from ${event} where ${event.actorId} = ${actorId}::uuid and ${event.name} = ${reactionAdded.name}
    and ${event.payload} ->> 'conversationId' = ${conversationId}::text
    and ${event.payload} ->> 'commentId' is not distinct from ${commentId}::text
    and (${event.at}, ${event.id}) < (${at.toISOString()}::timestamptz, ${id}::uuid)`;
  await tell(tx, { bundle: "sign", conversationId, commentId, actorId, at: sign?.at ?? at }, [
    { why: "reacted", people: sql`select person_id from (${writer}) w where not exists (${before})` },
  ]);
}

/** A sign that was taken back before it was read rings no bell any more. */
export async function hushSign(tx: Tx, { payload }: Told<typeof reactionRemoved.shape>): Promise<void> {
  await hush(tx, bundleOf({ bundle: "sign", ...payload }));
}
