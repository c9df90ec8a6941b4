import type { PersonId } from "@/members/shape";
import { ALLOW, type Decision, deny } from "@/platform/access/decision";
import { isTeam, type Viewer } from "@/platform/access/viewer";
import { HOST_DAYS_MAX, type Taken } from "@/posts/moderation/shape";
import type { SpaceId } from "@/spaces/shape";

/** What decisions about words that hosts look at rest on. */
type ThingFacts = {
  readonly authorId: PersonId;
  /** Null for what stands on a board. */
  readonly spaceId: SpaceId | null;
};

/** Where it stands: gone by its author's own hand, hidden or removed by hosts, or there. */
type ThingState = {
  readonly taken: Taken | null;
  readonly gone: boolean;
  readonly settled: boolean;
};

/** Looking after words: hosts and admins, owners in their own spaces, and nobody after their own. */
export function canModerate(viewer: Viewer, thing: ThingFacts): Decision {
  const isOwner = thing.spaceId !== null && viewer.spaces.get(thing.spaceId) === "owner";
  if (!isTeam(viewer) && !isOwner) return deny("not-allowed", "hostsOnly");
  return thing.authorId === viewer.id ? deny("not-allowed", "ownWords") : ALLOW;
}

/** The desk itself: whoever looks after words somewhere. */
export function canOpenDesk(viewer: Viewer): Decision {
  const ownsOne = [...viewer.spaces.values()].includes("owner");
  return isTeam(viewer) || ownsOne ? ALLOW : deny("not-allowed", "hostsOnly");
}

/** Reporting: whoever reads it, except whoever wrote it. */
export function canReport(viewer: Viewer, thing: ThingFacts): Decision {
  return thing.authorId === viewer.id ? deny("conflict", "reportOwn") : ALLOW;
}

/** Closing the place to whoever wrote it: hosts for a week at most, admins for longer, and nobody of the team. */
export function canSuspend(viewer: Viewer, thing: ThingFacts & { readonly byTeam: boolean }, days: number): Decision {
  const looking = canModerate(viewer, thing);
  if (!looking.allowed) return looking;
  if (!isTeam(viewer)) return deny("not-allowed", "hostsOnly");
  if (thing.byTeam) return deny("not-allowed", "suspendTeam");
  if (days > HOST_DAYS_MAX && !viewer.roles.has("admin"))
    return deny("not-allowed", "suspendShort", { days: HOST_DAYS_MAX });
  return ALLOW;
}

/** Which verbs make sense where a thing stands. Whoever wrote it may have taken it away meanwhile: then it stays so. */
export function verbsOn(state: ThingState): { hide: boolean; remove: boolean; restore: boolean; dismiss: boolean } {
  const isThere = !state.gone && state.taken === null;
  return {
    hide: isThere,
    remove: isThere || state.taken === "hidden",
    restore: state.taken !== null,
    dismiss: state.taken === null && !state.settled,
  };
}
