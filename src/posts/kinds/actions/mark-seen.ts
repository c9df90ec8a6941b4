import { eq, sql } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { record } from "@/platform/events/event";
import { hold } from "../../actions/hold";
import { post } from "../../schema";
import type { ConversationId } from "../../shape";
import { announcementRead } from "../events";
import { announcementSeen } from "../schema";

/**
 * Says that one has read an announcement. Said twice, it counts once.
 * @throws Refusal `not-found` when it was taken back meanwhile
 */
export async function markSeen(act: Act, id: ConversationId): Promise<void> {
  await hold(act.tx, id);
  const [made] = await act.tx
    .insert(announcementSeen)
    .values({ postId: id, personId: act.actor, seenAt: now() })
    .onConflictDoNothing()
    .returning({ postId: announcementSeen.postId });
  if (made === undefined) return;
  await act.tx
    .update(post)
    .set({ seenCount: sql`${post.seenCount} + 1` })
    .where(eq(post.id, id));
  await record(act, announcementRead, id, {});
}
