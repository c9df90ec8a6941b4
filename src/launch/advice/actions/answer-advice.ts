import { and, eq } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { postById } from "@/posts/queries";
import { inviteAddresses, invitePerson } from "../../actions/invite";
import { adviceAnswered } from "../events";
import type { LoadedAdvice } from "../queries";
import { advice } from "../schema";
import { inviteTo } from "./ask-advice";

/**
 * A host invites whom a member would have at a post, with the member's line in the letter, or says no.
 * @throws Refusal `conflict` when it was answered already, or the person cannot be invited
 */
export async function answerAdvice(
  act: Act,
  viewer: Viewer,
  one: LoadedAdvice,
  answer: { invite: "yes" | "no"; title?: "yes" | undefined },
): Promise<void> {
  const invites = answer.invite === "yes";
  const [changed] = await act.tx
    .update(advice)
    .set({ state: invites ? "invited" : "declined", answeredBy: act.actor, answeredAt: now() })
    .where(and(eq(advice.id, one.id), eq(advice.state, "requested")))
    .returning({ id: advice.id });
  if (changed === undefined) throw new Refusal("conflict", "adviceAnswered");
  if (invites) {
    const wantedBy = one.askedBy;
    const who = one.personId === null ? null : { id: one.personId };
    const words = { words: one.words, title: answer.title, address: one.address ?? undefined, wantedBy };
    // The host may not read the post: then its title stays where it is.
    const post = await postById(act.tx, viewer, one.conversationId);
    if (post !== null) await inviteTo(act, post, who, words);
    else if (who !== null) await invitePerson(act, who.id, one.words, wantedBy);
    else await inviteAddresses(act, { addresses: one.address ?? "", locale: "en", note: one.words }, wantedBy);
  }
  await record(act, adviceAnswered, one.id, { invited: invites });
}
