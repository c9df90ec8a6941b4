import { and, eq, sql } from "drizzle-orm";
import type { Reader } from "@/platform/database/client";
import { Refusal } from "@/platform/errors";
import { comment } from "@/posts/schema";
import type { CommentId, ConversationId } from "@/posts/shape";
import type { LoadedIdea } from "../queries";
import { wholeFamily } from "./family";

/** The idea that one is read as: itself, or the one that it was merged into. */
export function headOf({ id, joined }: Pick<LoadedIdea, "id" | "joined">): ConversationId {
  return joined?.into?.id ?? id;
}

/**
 * Where something said about an idea is kept. An answer stays with what it answers, so that an undone merge tears no
 * conversation apart; everything else goes to the idea that stands.
 * @throws Refusal `not-found` when the answered comment stands nowhere in it
 */
export async function conversationFor(
  db: Reader,
  subject: Pick<LoadedIdea, "id" | "joined">,
  parentId: CommentId | undefined,
): Promise<ConversationId> {
  const head = headOf(subject);
  if (parentId === undefined) return head;
  const [row] = await db
    .select({ id: comment.conversationId })
    .from(comment)
    .where(and(eq(comment.id, parentId), sql`${comment.conversationId} in (select m.id from ${wholeFamily(head)} m)`));
  if (row === undefined) throw new Refusal("not-found", "takenBack");
  return row.id;
}
