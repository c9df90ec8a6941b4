import { eq } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { record } from "@/platform/events/event";
import type { ConversationId } from "@/posts/shape";
import { lockIdea } from "../../actions/lock-idea";
import { ideaLocked } from "../../events";
import { idea } from "../../schema";

/** Closes the comments on an idea, with a reason that stands where one would write, or opens them again. */
export async function lockTalk(act: Act, id: ConversationId, wish: { locked: boolean; reason: string }): Promise<void> {
  await lockIdea(act, id);
  await act.tx
    .update(idea)
    .set({ lockedAt: wish.locked ? now() : null, lockReason: wish.locked ? wish.reason : "" })
    .where(eq(idea.id, id));
  await record(act, ideaLocked, id, { locked: wish.locked });
}
