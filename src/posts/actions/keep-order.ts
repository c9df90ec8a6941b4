import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { space } from "@/spaces/schema";
import type { SpaceId } from "@/spaces/shape";
import { postLocked, postMoved, postPinned, postUnlocked, postUnpinned } from "../events";
import { unnameSpace } from "../mentions/leave-space";
import { post } from "../schema";
import { type ConversationId, PINS_MAX } from "../shape";

/** Ends the commenting on a post, for a reason that its readers see. Locking again changes the reason. */
export async function lockPost(act: Act, id: ConversationId, reason: string): Promise<void> {
  await act.tx
    .update(post)
    .set({ lockedAt: sql`coalesce(${post.lockedAt}, ${now().toISOString()}::timestamptz)`, lockReason: reason })
    .where(eq(post.id, id));
  await record(act, postLocked, id, { reason });
}

/** Lets a post take comments again. */
export async function unlockPost(act: Act, id: ConversationId): Promise<void> {
  const [row] = await act.tx
    .update(post)
    .set({ lockedAt: null, lockReason: "" })
    .where(and(eq(post.id, id), isNotNull(post.lockedAt)))
    .returning({ id: post.id });
  if (row !== undefined) await record(act, postUnlocked, id, {});
}

/**
 * Puts a post first in its space.
 * @throws Refusal `conflict` when as many as may stand there already do
 */
export async function pinPost(act: Act, id: ConversationId, spaceId: SpaceId): Promise<void> {
  // Two who pin at once come here one after the other.
  await act.tx.select({ id: space.id }).from(space).where(eq(space.id, spaceId)).for("update");
  const pinned = await act.tx
    .select({ id: post.id })
    .from(post)
    .where(and(eq(post.spaceId, spaceId), isNotNull(post.pinnedAt), isNull(post.removedAt)));
  if (pinned.some((one) => one.id === id)) return;
  if (pinned.length >= PINS_MAX) throw new Refusal("conflict", "pinsFull", { max: PINS_MAX });
  await act.tx.update(post).set({ pinnedAt: now() }).where(eq(post.id, id));
  await record(act, postPinned, id, { spaceId });
}

/** Lets a post stand where its last word puts it. */
export async function unpinPost(act: Act, id: ConversationId, spaceId: SpaceId): Promise<void> {
  const [row] = await act.tx
    .update(post)
    .set({ pinnedAt: null })
    .where(and(eq(post.id, id), isNotNull(post.pinnedAt)))
    .returning({ id: post.id });
  if (row !== undefined) await record(act, postUnpinned, id, { spaceId });
}

/** Takes a post to another space, with its conversation. Its address stays; first in the space it no longer stands. */
export async function movePost(act: Act, id: ConversationId, way: { from: SpaceId; to: SpaceId }): Promise<void> {
  if (way.from === way.to) throw new Refusal("conflict", "alreadyThere");
  const [row] = await act.tx
    .update(post)
    .set({ spaceId: way.to, pinnedAt: null })
    .where(and(eq(post.id, id), eq(post.spaceId, way.from)))
    .returning({ id: post.id });
  if (row === undefined) throw new Refusal("conflict");
  await unnameSpace(act.tx, id, way.from);
  const counts = [
    [way.from, -1],
    [way.to, 1],
  ] as const;
  // Always in the same order, so that two that move in opposite ways do not wait for each other.
  for (const [spaceId, by] of counts.toSorted(([one], [other]) => (one < other ? -1 : 1)))
    await act.tx
      .update(space)
      .set({ postCount: sql`${space.postCount} + ${by}::int` })
      .where(eq(space.id, spaceId));
  await record(act, postMoved, id, way);
}
