import type { PersonId } from "@/members/shape";
import { ALLOW, type Decision, deny } from "@/platform/access/decision";
import type { Viewer } from "@/platform/access/viewer";
import { type AskState, answersTo } from "./shape";

/** Opening, closing and taking back an offer: whoever made it. */
export function canKeepOffer(viewer: Pick<Viewer, "id">, subject: { personId: PersonId }): Decision {
  return viewer.id === subject.personId ? ALLOW : deny("not-allowed", "ownOfferOnly");
}

/** Asking for what is offered: everybody who sees it but its owner, while it is open. */
export function canAskFor(viewer: Pick<Viewer, "id">, subject: { personId: PersonId; isOpen: boolean }): Decision {
  if (viewer.id === subject.personId) return deny("conflict", "offerOwn");
  return subject.isOpen ? ALLOW : deny("conflict", "offerClosed");
}

/** Answering somebody who asks: whoever made the offer, until all is said. */
export function canAnswerAsk(viewer: Pick<Viewer, "id">, subject: { personId: PersonId; state: AskState }): Decision {
  if (viewer.id !== subject.personId) return deny("not-allowed", "ownOfferOnly");
  return answersTo(subject.state).length > 0 ? ALLOW : deny("conflict", "askAnswered");
}
