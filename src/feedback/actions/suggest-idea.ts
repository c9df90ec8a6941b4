import { and, eq, sql } from "drizzle-orm";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { openConversation } from "@/posts/actions/open-conversation";
import { forgetDraft } from "@/posts/drafts/actions";
import { draftPlaces } from "@/posts/drafts/shape";
import type { Among } from "@/posts/mentions/among";
import type { ConversationId } from "@/posts/shape";
import { ideaSuggested } from "../events";
import { board, idea, vote } from "../schema";
import type { BoardId, NewIdea } from "../shape";

/**
 * Puts an idea on a board. Its author's own voice is the first, where votes are open.
 * @param input.onBehalfOf whose idea it is, when the actor writes down what was said elsewhere
 * @throws Refusal `invalid` when there is nobody of that id to speak for
 */
export async function suggestIdea(
  act: Act,
  on: { id: BoardId; votesOpen: boolean },
  input: NewIdea & { among?: Among | undefined },
): Promise<ConversationId> {
  const authorId = input.onBehalfOf ?? act.actor;
  const recordedBy = authorId === act.actor ? null : act.actor;
  if (recordedBy !== null) await isSomebody(act, authorId);
  const id = await openConversation(act, { ...input, kind: "idea", authorId });
  const createdAt = now();
  const voteCount = on.votesOpen ? 1 : 0;
  await act.tx.insert(idea).values({ id, boardId: on.id, recordedBy, voteCount, createdAt });
  if (on.votesOpen)
    await act.tx.insert(vote).values({ ideaId: id, personId: authorId, need: input.need, votedAt: createdAt });
  await act.tx
    .update(board)
    .set({ ideaCount: sql`${board.ideaCount} + 1` })
    .where(eq(board.id, on.id));
  await forgetDraft(act, draftPlaces.newIdea(on.id));
  await record(act, ideaSuggested, id, { boardId: on.id, authorId, recorded: recordedBy !== null });
  return id;
}

async function isSomebody(act: Act, id: PersonId): Promise<void> {
  const [row] = await act.tx
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.id, id), eq(person.state, "active")));
  if (row === undefined) throw new Refusal("invalid", "invalid", {}, { onBehalfOf: ["field.noSuchPerson"] });
}
