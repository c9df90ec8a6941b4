import { and, eq } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { hold } from "../../actions/hold";
import type { ConversationId } from "../../shape";
import { bookmark } from "../schema";

/**
 * Keeps a post for later. Nothing is announced: it is nobody else's affair.
 * @throws Refusal `not-found` when it was taken back meanwhile
 */
export async function saveForLater(act: Act, id: ConversationId): Promise<void> {
  await hold(act.tx, id);
  await act.tx
    .insert(bookmark)
    .values({ personId: act.actor, conversationId: id, savedAt: now() })
    .onConflictDoNothing();
}

/** Keeps it no longer. */
export async function forgetSaved(act: Act, id: ConversationId): Promise<void> {
  await act.tx.delete(bookmark).where(and(eq(bookmark.personId, act.actor), eq(bookmark.conversationId, id)));
}
