import { and, eq, isNull, sql } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { space } from "@/spaces/schema";
import { commentRemoved, postRemoved } from "../events";
import { comment, conversation, post } from "../schema";
import type { CommentId, ConversationId } from "../shape";

/** Takes a post out of every list. The row stays, so that it can be brought back and audited. */
export async function removePost(act: Act, id: ConversationId): Promise<void> {
  const moment = now();
  const [row] = await act.tx
    .update(post)
    .set({ removedAt: moment, removedBy: act.actor, pinnedAt: null })
    .where(and(eq(post.id, id), isNull(post.removedAt)))
    .returning({ spaceId: post.spaceId });
  if (row === undefined) throw new Refusal("conflict", "alreadyRemoved");
  await act.tx.update(conversation).set({ removedAt: moment }).where(eq(conversation.id, id));
  await act.tx
    .update(space)
    .set({ postCount: sql`${space.postCount} - 1` })
    .where(eq(space.id, row.spaceId));
  await record(act, postRemoved, id, {});
}

/** Takes a comment's words away; its place in the talk stays, for those who answered it. */
export async function removeComment(act: Act, id: CommentId): Promise<void> {
  const [row] = await act.tx
    .update(comment)
    .set({ removedAt: now(), removedBy: act.actor })
    .where(and(eq(comment.id, id), isNull(comment.removedAt)))
    .returning({ conversationId: comment.conversationId });
  if (row === undefined) throw new Refusal("conflict", "alreadyRemoved");
  await act.tx
    .update(conversation)
    .set({ commentCount: sql`${conversation.commentCount} - 1` })
    .where(eq(conversation.id, row.conversationId));
  await record(act, commentRemoved, id, row);
}
