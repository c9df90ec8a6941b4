import type { WordKey } from "@/i18n/words";
import type { Stage } from "@/stages/shape";
import type { SpaceRole, Visibility } from "../shape";

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
