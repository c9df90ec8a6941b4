import { z } from "zod";

/** Why somebody hears of an idea without having asked for it, the strongest first. */
export const FOLLOW_REASONS = ["author", "recorder", "commenter", "voter"] as const;

/** What the viewer hears of an idea: where it stands, and what is said below it. */
export const ownFollow = z.object({
  why: z.enum(FOLLOW_REASONS).nullable(),
  status: z.boolean(),
  comments: z.boolean(),
});
export type OwnFollow = z.output<typeof ownFollow>;

/** Following by hand, of the one thing or of both; their word holds whatever they do later. */
export const FOLLOW_WISHES = ["both", "status", "comments", "none"] as const;
export const followIdeaShape = z.object({ wish: z.enum(FOLLOW_WISHES) });
