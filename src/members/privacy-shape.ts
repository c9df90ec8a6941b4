import { z } from "zod";
import { shownTo } from "./shape";

/** What people choose for themselves who sees it. Name, title, department and site are seen by everybody inside. */
export const KEPT_FIELDS = [
  "photo",
  "pronouns",
  "languages",
  "about",
  "interests",
  "canHelpWith",
  "wantsToLearn",
  "offers",
  "recent",
] as const;
export type KeptField = (typeof KEPT_FIELDS)[number];

/** What the form about them sends: an answer for each. */
export const whoSees = z.record(z.enum(KEPT_FIELDS), shownTo);
export type WhoSees = z.output<typeof whoSees>;
