import { and, eq, isNull } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { Refusal } from "@/platform/errors";
import type { ConversationId } from "@/posts/shape";
import { idea } from "../schema";
import type { BoardId, IdeaStatus } from "../shape";

/**
 * Holds an idea's row until the transaction ends. Whatever changes an idea takes this lock first and the rows that hang
 * on it afterwards, so that no two writes wait for one another, and counts what it changes from what is true.
 * @throws Refusal `not-found` when the idea was removed in the meantime
 */
export async function lockIdea(
  act: Act,
  id: ConversationId,
): Promise<{
  boardId: BoardId;
  status: IdeaStatus;
  promisedFor: string | null;
  trend: number;
  waitingSince: Date | null;
  answeredAt: Date | null;
}> {
  const [row] = await act.tx
    .select({
      boardId: idea.boardId,
      status: idea.status,
      promisedFor: idea.promisedFor,
      trend: idea.trend,
      waitingSince: idea.waitingSince,
      answeredAt: idea.answeredAt,
    })
    .from(idea)
    .where(and(eq(idea.id, id), isNull(idea.removedAt)))
    .for("no key update");
  if (row === undefined) throw new Refusal("not-found");
  return row;
}
