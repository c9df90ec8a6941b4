import { ALLOW, type Decision, deny } from "@/platform/access/decision";
import type { Viewer } from "@/platform/access/viewer";
import { canMoveIdea, canReactToIdea, type IdeaFacts } from "../policy";

/** Proposing credits: whoever answers ideas, once the thing can be seen. */
export function canPropose(viewer: Viewer, subject: Pick<IdeaFacts, "board" | "status">): Decision {
  const answering = canMoveIdea(viewer, subject);
  if (!answering.allowed) return answering;
  return subject.status === "in-preview" || subject.status === "shipped" ? ALLOW : deny("not-yet", "creditsTooEarly");
}

/** Saying whether it is what was meant: whose idea it is, once it was shipped. */
export function canSayMeant(viewer: Viewer, subject: Pick<IdeaFacts, "authorId" | "board" | "status">): Decision {
  const talking = canReactToIdea(viewer, subject);
  if (!talking.allowed) return talking;
  if (subject.authorId !== viewer.id) return deny("not-allowed", "authorsOnly");
  return subject.status === "shipped" ? ALLOW : deny("conflict", "notShipped");
}
