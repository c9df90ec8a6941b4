import { eq, sql } from "drizzle-orm";
import type { Access, BoardAudience, VotersShown } from "@/feedback/board-shape";
import { board, idea, ideaTag, vote } from "@/feedback/schema";
import { type BoardId, type IdeaStatus, type LabelId, phaseOf } from "@/feedback/shape";
import { recountVotes } from "@/feedback/votes/recount";
import type { PersonId } from "@/members/shape";
import { now } from "@/platform/clock";
import { type Tx, transaction } from "@/platform/database/client";
import { newId } from "@/platform/ids";
import { openConversation } from "@/posts/actions/open-conversation";
import { conversation } from "@/posts/schema";
import type { ConversationId } from "@/posts/shape";
import type { Stage } from "@/stages/shape";

/** All that a board may say of whom it lets, when it lets the same people do everything. */
export function lettingAll(to: BoardAudience, cohorts: readonly string[] = []) {
  return {
    audience: to,
    audienceCohorts: [...cohorts],
    voteTo: to,
    voteCohorts: [...cohorts],
    commentTo: to,
    commentCohorts: [...cohorts],
    suggestTo: to,
    suggestCohorts: [...cohorts],
    votersShown: "names" as const,
    voteBudget: null,
    answerDays: null,
  };
}

type BoardWish = Partial<Access> & {
  opensAt?: Stage;
  votesAt?: Stage;
  archived?: boolean;
  votersShown?: VotersShown;
  voteBudget?: number | null;
  answerDays?: number | null;
};

/**
 * Makes a board; without more it is open to members, votes included, from the founding circle on. Whoever sees it may do
 * everything there, until the wish says otherwise.
 */
export async function aBoard(wish: BoardWish = {}): Promise<{ id: BoardId; slug: string }> {
  const id = newId<"board">();
  const slug = `board-${id.slice(-12)}`;
  const { archived, ...fields } = wish;
  await transaction((tx) =>
    tx.insert(board).values({
      id,
      slug,
      name: `Board ${id.slice(-6)}`,
      ...lettingAll(wish.audience ?? "members", wish.audienceCohorts),
      opensAt: "founding",
      votesAt: wish.opensAt ?? "founding",
      ...fields,
      createdAt: now(),
      archivedAt: archived ? now() : null,
    }),
  );
  return { id, slug };
}

type IdeaWish = {
  title?: string;
  status?: IdeaStatus;
  removed?: boolean;
  voters?: readonly PersonId[];
  category?: LabelId;
  tags?: readonly LabelId[];
};

/** Makes an idea on a board, with voters when some are named. */
export async function anIdea(on: BoardId, by: PersonId, wish: IdeaWish = {}): Promise<ConversationId> {
  return transaction(async (tx) => {
    const cause = { tx, actor: by, requestId: "test" };
    const title = wish.title ?? "An idea";
    const id = await openConversation(cause, { kind: "idea", authorId: by, title, body: "When I … I want …" });
    const removedAt = wish.removed ? now() : null;
    const status = wish.status ?? "open";
    const waits = phaseOf(status) === "waiting";
    await tx.insert(idea).values({
      id,
      boardId: on,
      status,
      categoryId: wish.category ?? null,
      waitingSince: waits ? now() : null,
      answeredAt: waits ? null : now(),
      createdAt: now(),
      removedAt,
    });
    await marked(tx, id, wish);
    await recountVotes(tx, eq(idea.id, id));
    if (wish.removed) await tx.update(conversation).set({ removedAt }).where(eq(conversation.id, id));
    else
      await tx
        .update(board)
        .set({ ideaCount: sql`${board.ideaCount} + 1` })
        .where(eq(board.id, on));
    return id;
  });
}

async function marked(tx: Tx, ideaId: ConversationId, { tags = [], voters = [] }: IdeaWish): Promise<void> {
  for (const labelId of tags) await tx.insert(ideaTag).values({ ideaId, labelId });
  for (const personId of voters)
    await tx.insert(vote).values({
      ideaId,
      personId,
      need: "need",
      department: sql`(select department from person where id = ${personId})`,
      votedAt: now(),
    });
}
