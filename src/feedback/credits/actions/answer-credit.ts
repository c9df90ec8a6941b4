import { and, eq } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import type { ConversationId } from "@/posts/shape";
import { lockIdea } from "../../actions/lock-idea";
import { moveIdea } from "../../actions/move-idea";
import { creditAnswered, ideaMeantSaid } from "../events";
import { shippedAt } from "../queries";
import { credit, ideaMeant } from "../schema";
import type { AnswerCredit, CreditRole, Meant } from "../shape";

/** Says how one wants to be told of. It holds at once, everywhere, and can be said anew at any time. */
export async function answerCredit(
  act: Act,
  on: { idea: ConversationId; role: CreditRole },
  { shown, withWords }: AnswerCredit,
): Promise<void> {
  await act.tx
    .update(credit)
    .set({ shown, withWords: withWords && shown !== "no", answeredAt: now() })
    .where(and(eq(credit.ideaId, on.idea), eq(credit.role, on.role), eq(credit.personId, act.actor)));
  await record(act, creditAnswered, on.idea, { role: on.role });
}

/**
 * An author says whether what was shipped is what they meant. A no puts the idea back to work, with their words as the
 * reason, and stays to be read.
 * @throws Refusal `conflict` when it is not shipped any more, or when they said so already
 */
export async function sayMeant(act: Act, ideaId: ConversationId, { meant, words }: Meant): Promise<void> {
  const { status } = await lockIdea(act, ideaId);
  if (status !== "shipped") throw new Refusal("conflict", "notShipped");
  const since = await shippedAt(act.tx, ideaId);
  const said = await act.tx.select({ at: ideaMeant.at }).from(ideaMeant).where(eq(ideaMeant.ideaId, ideaId));
  if (said.some(({ at }) => since === null || at >= since)) throw new Refusal("conflict", "meantAlready");
  const row = { id: newId<"idea-meant">(), ideaId, personId: act.actor, meant, words, at: now() };
  await act.tx.insert(ideaMeant).values(row);
  await record(act, ideaMeantSaid, ideaId, { meant });
  if (!meant) await moveIdea(act, ideaId, { status: "in-progress", note: words, promisedFor: "", from: "shipped" });
}
