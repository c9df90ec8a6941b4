import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import { placeAsked } from "../events";
import { spaceRequest } from "../schema";
import type { RequestAnswer, SpaceId } from "../shape";
import { type Asked, closeRequest } from "./close-request";
import { givePlace } from "./give-place";

/**
 * Asks the owners of a space for a place in it.
 * @throws Refusal `conflict` when the same wish is open already
 */
export async function askToJoin(act: Act, spaceId: SpaceId, words: string): Promise<void> {
  const [row] = await act.tx
    .insert(spaceRequest)
    .values({ id: newId<"space-request">(), spaceId, personId: act.actor, words, askedAt: now() })
    .onConflictDoNothing()
    .returning({ id: spaceRequest.id });
  if (row === undefined) throw new Refusal("conflict", "alreadyAsked");
  await record(act, placeAsked, spaceId, { personId: act.actor, requestId: row.id });
}

/**
 * Takes one's own open wish back.
 * @throws Refusal `conflict` when there is none
 */
export async function takeAskBack(act: Act, spaceId: SpaceId): Promise<void> {
  const closed = await closeRequest(act, { spaceId, personId: act.actor }, "taken-back", "");
  if (!closed) throw new Refusal("conflict", "noOpenRequest");
}

/**
 * Answers somebody's wish, with a word if one likes. Whoever is accepted has a place.
 * @throws Refusal `conflict` when it was answered or taken back meanwhile
 */
export async function answerRequest(
  act: Act,
  asked: Asked,
  answer: Exclude<RequestAnswer, "taken-back">,
  reply: string,
): Promise<void> {
  if (!(await closeRequest(act, asked, answer, reply))) throw new Refusal("conflict", "requestAnswered");
  if (answer === "accepted") await givePlace(act, { ...asked, role: "member" });
}
