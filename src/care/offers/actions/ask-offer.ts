import { and, eq } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import { offerAnswered, offerAsked } from "../events";
import type { LoadedAsk, LoadedOffer } from "../queries";
import { offerAsk } from "../schema";
import { type AskState, answersTo } from "../shape";

/**
 * Asks for what somebody offers.
 * @throws Refusal `conflict` while an earlier ask for it is open
 */
export async function askOffer(act: Act, one: LoadedOffer, words: string): Promise<void> {
  const id = newId<"offer-ask">();
  const [made] = await act.tx
    .insert(offerAsk)
    .values({ id, offerId: one.id, askerId: act.actor, words, askedAt: now() })
    .onConflictDoNothing()
    .returning({ id: offerAsk.id });
  if (made === undefined) throw new Refusal("conflict", "offerAskedTwice");
  await record(act, offerAsked, id, { offerId: one.id, personId: one.personId });
}

/**
 * Answers somebody who asks.
 * @throws Refusal `conflict` when this cannot follow what was answered before
 */
export async function answerAsk(act: Act, one: LoadedAsk, answer: AskState): Promise<void> {
  if (!answersTo(one.state).includes(answer)) throw new Refusal("conflict", "askAnswered");
  const [changed] = await act.tx
    .update(offerAsk)
    .set({ state: answer, answeredAt: now() })
    .where(and(eq(offerAsk.id, one.id), eq(offerAsk.state, one.state)))
    .returning({ id: offerAsk.id });
  if (changed === undefined) throw new Refusal("conflict", "askAnswered");
  await record(act, offerAnswered, one.id, { offerId: one.offerId, askerId: one.askerId, answer });
}
