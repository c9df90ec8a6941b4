import { and, eq, isNotNull } from "drizzle-orm";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { refuseHidden } from "@/posts/moderation/hidden";
import { conversation } from "@/posts/schema";
import type { ConversationId } from "@/posts/shape";
import { boardsVisibleTo } from "./policy";
import { board, idea } from "./schema";

/**
 * Null for an idea that is not there for the viewer.
 * @throws Refusal `not-allowed` for one that they would see, if hosts had not hidden it while they look at it
 */
export async function unlessHidden(db: Reader, viewer: Viewer, id: ConversationId): Promise<null> {
  const [row] = await db
    .select({ authorId: conversation.authorId })
    .from(idea)
    .innerJoin(conversation, eq(conversation.id, idea.id))
    .innerJoin(board, eq(board.id, idea.boardId))
    .where(and(eq(idea.id, id), isNotNull(conversation.hiddenAt), boardsVisibleTo(viewer)));
  return refuseHidden(viewer, row);
}
