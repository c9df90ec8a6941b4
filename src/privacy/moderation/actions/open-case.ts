import { sql } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { moderationCase } from "@/posts/moderation/schema";
import type { Taken } from "@/posts/moderation/shape";
import type { LoadedThing } from "../thing";

/** The row of words that hosts look at, held until the transaction ends; made when nobody brought them yet. */
export async function openCase(act: Act, thing: LoadedThing): Promise<{ taken: Taken | null; settledAt: Date | null }> {
  const moment = now();
  const [row] = await act.tx
    .insert(moderationCase)
    .values({
      id: thing.id,
      conversationId: thing.conversationId,
      commentId: thing.commentId,
      authorId: thing.authorId,
      openedAt: moment,
    })
    .onConflictDoUpdate({ target: moderationCase.id, set: { id: sql`excluded.id` } })
    .returning({ taken: moderationCase.taken, settledAt: moderationCase.settledAt });
  return row ?? { taken: null, settledAt: null };
}
