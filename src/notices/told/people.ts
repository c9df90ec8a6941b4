import type { offerAnswered, offerAsked } from "@/care/offers/events";
import type { thanksGiven } from "@/care/thanks/events";
import type { Tx } from "@/platform/database/client";
import type { Told } from "@/platform/events/reaction";
import type { Id } from "@/platform/ids";
import { tellOne } from "../tell-one";

/** Whoever offered help is told who asks for it. */
export async function tellAsk(
  tx: Tx,
  { subjectId, payload, actorId, at }: Told<typeof offerAsked.shape>,
): Promise<void> {
  const { personId } = payload;
  await tellOne(tx, { personId, actorId, at, why: "help-asked", kind: "help", thing: subjectId as Id<"offer-ask"> });
}

/** Whoever asked for help is told the yes or the no; that all is done both know. */
export async function tellHelp(
  tx: Tx,
  { subjectId, payload, actorId, at }: Told<typeof offerAnswered.shape>,
): Promise<void> {
  if (payload.answer === "done") return;
  const thing = subjectId as Id<"offer-ask">;
  await tellOne(tx, { personId: payload.askerId, actorId, at, why: "help-answered", kind: "help", thing });
}

/** Whoever was thanked is told by whom. */
export async function tellThanks(
  tx: Tx,
  { subjectId, payload, actorId, at }: Told<typeof thanksGiven.shape>,
): Promise<void> {
  const { personId } = payload;
  await tellOne(tx, { personId, actorId, at, why: "thanked", kind: "thanks", thing: subjectId as Id<"thanks"> });
}
