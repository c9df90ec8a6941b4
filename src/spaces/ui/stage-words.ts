import type { WordKey, Words } from "@/i18n/words";
import type { Stage } from "@/stages/shape";
import type { FollowLevel, GroupKind, SpaceRole, Visibility } from "../shape";
import type { SpaceView } from "../views";

/** The stages as a space names them: what has to come before it opens. */
export const STAGE_WORDS: Readonly<Record<Stage, WordKey>> = {
  groundwork: "spaces.stage.groundwork",
  founding: "spaces.stage.founding",
  early: "spaces.stage.early",
  pilot: "spaces.stage.pilot",
  general: "spaces.stage.general",
};

export const VISIBILITY_WORDS: Readonly<Record<Visibility, { name: WordKey; hint: WordKey }>> = {
  open: { name: "spaces.visibility.open", hint: "spaces.visibilityHint.open" },
  request: { name: "spaces.visibility.request", hint: "spaces.visibilityHint.request" },
  private: { name: "spaces.visibility.private", hint: "spaces.visibilityHint.private" },
};

export const PLACE_WORDS: Readonly<Record<SpaceRole, WordKey>> = {
  member: "spaces.place.member",
  owner: "spaces.place.owner",
};

/** Why somebody whom a group brings in is here. */
export const BECAUSE_WORDS: Readonly<Record<GroupKind, WordKey>> = {
  group: "spaces.because.group",
  department: "spaces.because.department",
  site: "spaces.because.site",
};

/** How many people are in a space, as far as they are counted. */
export function peopleOf(t: Words, space: Pick<SpaceView, "memberCount" | "manyMembers">): string {
  return t(space.manyMembers ? "spaces.manyMembers" : "spaces.members", { count: space.memberCount });
}

/** A group by its kind and name, in the middle of a sentence. */
export const GROUP_WORDS: Readonly<Record<GroupKind, WordKey>> = {
  group: "spaces.group.group",
  department: "spaces.group.department",
  site: "spaces.group.site",
};

/** Why somebody whom a group brings in cannot leave. */
export const STAYS_WORDS: Readonly<Record<GroupKind, WordKey>> = {
  group: "spaces.page.inByGroup.group",
  department: "spaces.page.inByGroup.department",
  site: "spaces.page.inByGroup.site",
};

export const LEVEL_WORDS: Readonly<Record<FollowLevel, { name: WordKey; hint: WordKey }>> = {
  everything: { name: "spaces.level.everything", hint: "spaces.levelHint.everything" },
  threads: { name: "spaces.level.threads", hint: "spaces.levelHint.threads" },
  mentions: { name: "spaces.level.mentions", hint: "spaces.levelHint.mentions" },
  nothing: { name: "spaces.level.nothing", hint: "spaces.levelHint.nothing" },
};
