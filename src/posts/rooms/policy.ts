import { ALLOW, type Decision, deny } from "@/platform/access/decision";
import { isTeam, type Viewer } from "@/platform/access/viewer";
import { canReadSpace, type SpaceFacts } from "@/spaces/policy";
import { reached, type Stage } from "@/stages/shape";

/** Mending a space that newcomers would find empty: the team. Private ones greet nobody, and are none of its business. */
export function canMendRoom(viewer: Viewer, room: SpaceFacts): Decision {
  if (!isTeam(viewer)) return deny("not-allowed", "hostsOnly");
  if (room.visibility === "private") return deny("not-allowed", "roomIsPrivate");
  return room.archivedAt === null ? ALLOW : deny("not-allowed", "spaceArchived");
}

/** Keeping it closed for longer: as long as nobody reads it yet, or what people read would be taken from them. */
export function canKeepClosed(viewer: Viewer, room: SpaceFacts, until: Stage): Decision {
  const mending = canMendRoom(viewer, room);
  if (!mending.allowed) return mending;
  if (reached(viewer.stage, room.opensAt)) return deny("conflict", "roomIsOpen");
  return reached(until, room.opensAt) ? ALLOW : deny("invalid", "roomOpensLater");
}

/**
 * Merging it into another: what was said among few is not shown to many. A space that asks to be asked can be merged
 * into nothing, since the people of the other never were its people.
 */
export function canMergeInto(viewer: Viewer, from: SpaceFacts, into: SpaceFacts): Decision {
  const mending = canMendRoom(viewer, from);
  if (!mending.allowed) return mending;
  if (from.visibility !== "open") return deny("not-allowed", "mergeWidens");
  if (from.id === into.id) return deny("conflict", "alreadyThere");
  if (!canReadSpace(viewer, into)) return deny("not-found");
  if (into.visibility === "private") return deny("not-allowed", "roomIsPrivate");
  return into.archivedAt === null ? ALLOW : deny("not-allowed", "spaceArchived");
}
