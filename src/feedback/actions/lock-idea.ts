import { and, inArray, isNull, sql } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { Refusal } from "@/platform/errors";
import type { ConversationId } from "@/posts/shape";
import { idea } from "../schema";
import type { BoardId, IdeaStatus } from "../shape";

export type HeldIdea = {
  id: ConversationId;
  boardId: BoardId;
  status: IdeaStatus;
  promisedFor: string | null;
  trend: number;
  waitingSince: Date | null;
  answeredAt: Date | null;
  mergedInto: ConversationId | null;
  lockedAt: Date | null;
};

/**
 * Holds an idea's row until the transaction ends. Whatever changes an idea takes this lock first and the rows that hang
 * on it afterwards, so that no two writes wait for one another, and counts what it changes from what is true.
 * @throws Refusal `not-found` when the idea was removed in the meantime
 */
export async function lockIdea(act: Pick<Act, "tx">, id: ConversationId): Promise<HeldIdea> {
  const [row] = await lockIdeas(act, [id]);
  if (row === undefined) throw new Refusal("not-found");
  return row;
}

/** Holds several ideas, always in the order of their ids; those that were removed are not among them. */
export async function lockIdeas(act: Pick<Act, "tx">, ids: readonly ConversationId[]): Promise<HeldIdea[]> {
  return act.tx
    .select({
      id: idea.id,
      boardId: idea.boardId,
      status: idea.status,
      promisedFor: idea.promisedFor,
      trend: idea.trend,
      waitingSince: idea.waitingSince,
      answeredAt: idea.answeredAt,
      mergedInto: idea.mergedInto,
      lockedAt: idea.lockedAt,
    })
    .from(idea)
    .where(and(inArray(idea.id, [...ids]), isNull(idea.removedAt)))
    .orderBy(sql`${idea.id}`)
    .for("no key update");
}
