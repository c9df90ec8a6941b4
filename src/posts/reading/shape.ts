import { z } from "zod";
import { commentId } from "../shape";

/** What somebody wants to hear of one conversation. Without a word of theirs, their level in the space says it. */
export const THREAD_LEVELS = ["everything", "mentions", "nothing"] as const;
export type ThreadLevel = (typeof THREAD_LEVELS)[number];

export const followShape = z.object({
  level: z.enum([...THREAD_LEVELS, "default"]).transform((level) => (level === "default" ? null : level)),
});

/** What was on the screen: comments from the first to the last in the order of the page; neither for the opening alone. */
export const shownShape = z.object({ first: commentId.optional(), last: commentId.optional() });
export type Shown = z.output<typeof shownShape>;

/** Whoever was away longer than this comes back to nothing unread, and is told what they missed. */
export const AWAY_DAYS = 14;
/** How far back a newcomer is told of. */
export const NEWCOMER_DAYS = 60;
