import { eq, sql } from "drizzle-orm";
import { board, idea, vote } from "@/feedback/schema";
import type { BoardAudience, BoardId, IdeaStatus } from "@/feedback/shape";
import type { PersonId } from "@/members/shape";
import { now } from "@/platform/clock";
import { transaction } from "@/platform/database/client";
import { newId } from "@/platform/ids";
import { openConversation } from "@/posts/actions/open-conversation";
import { conversation } from "@/posts/schema";
import type { ConversationId } from "@/posts/shape";
import type { Stage } from "@/stages/shape";

/** Makes a board; without more it is open to members, votes included, from the founding circle on. */
export async function aBoard(
  wish: { audience?: BoardAudience; opensAt?: Stage; votesAt?: Stage; archived?: boolean } = {},
): Promise<{ id: BoardId; slug: string }> {
  const id = newId<"board">();
  const slug = `board-${id.slice(-12)}`;
  await transaction((tx) =>
    tx.insert(board).values({
      id,
      slug,
      name: `Board ${id.slice(-6)}`,
      audience: wish.audience ?? "members",
      opensAt: wish.opensAt ?? "founding",
      votesAt: wish.votesAt ?? wish.opensAt ?? "founding",
      createdAt: now(),
      archivedAt: wish.archived ? now() : null,
    }),
  );
  return { id, slug };
}

/** Makes an idea on a board, with voters when some are named. */
export async function anIdea(
  on: BoardId,
  by: PersonId,
  wish: { title?: string; status?: IdeaStatus; removed?: boolean; voters?: readonly PersonId[] } = {},
): Promise<ConversationId> {
  return transaction(async (tx) => {
    const cause = { tx, actor: by, requestId: "test" };
    const title = wish.title ?? "An idea";
    const id = await openConversation(cause, { kind: "idea", authorId: by, title, body: "When I … I want …" });
    const removedAt = wish.removed ? now() : null;
    const voters = wish.voters ?? [];
    await tx.insert(idea).values({
      id,
      boardId: on,
      status: wish.status ?? "open",
      voteCount: voters.length,
      createdAt: now(),
      removedAt,
    });
    for (const personId of voters) await tx.insert(vote).values({ ideaId: id, personId, need: "need", votedAt: now() });
    if (wish.removed) await tx.update(conversation).set({ removedAt }).where(eq(conversation.id, id));
    else
      await tx
        .update(board)
        .set({ ideaCount: sql`${board.ideaCount} + 1` })
        .where(eq(board.id, on));
    return id;
  });
}
