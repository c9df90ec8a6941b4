import { z } from "zod";
import { commentId } from "../shape";

/** What somebody wants to hear of one conversation. Without a word of theirs, their level in the space says it. */
export const THREAD_LEVELS = ["everything", "mentions", "nothing"] as const;
export type ThreadLevel = (typeof THREAD_LEVELS)[number];

/** What a host wrote about a conversation, in one language or both. */
export const hostLineView = z.object({ english: z.string(), french: z.string(), by: z.string() });
export type HostLineView = z.output<typeof hostLineView>;

/**
 * What the viewer has of a conversation: whether they ever read in it, what they want to hear of it, and the line by
 * a host that tells why it matters.
 */
export const ownReading = z.object({
  begun: z.boolean(),
  follow: z.enum(THREAD_LEVELS).nullable(),
  line: hostLineView.nullable(),
});
export type OwnReading = z.output<typeof ownReading>;

export const followShape = z.object({
  level: z.enum([...THREAD_LEVELS, "default"]).transform((level) => (level === "default" ? null : level)),
});

/** What was on the screen: comments from the first to the last in the order of the page; neither for the opening alone. */
export const shownShape = z.object({ first: commentId.optional(), last: commentId.optional() });
export type Shown = z.output<typeof shownShape>;

/** A line by a host says in one breath why a conversation matters. */
export const LINE_MAX = 280;
const line = z.string().trim().max(LINE_MAX).default("");
/** How long somebody was away who says so; as long as that, home looks back. */
export const backShape = z.object({ days: z.coerce.number().int().min(1).max(365) });

/** Empty in both languages takes the line away. */
export const hostLineShape = z.object({ english: line, french: line });

/** Whoever was away longer than this comes back to nothing unread, and is told what they missed. */
export const AWAY_DAYS = 14;
/** How far back a newcomer is told of. */
export const NEWCOMER_DAYS = 60;

/** How many comments a page of a conversation shows, and to how many it may grow in place. */
export const WINDOW = 40;
export const WINDOW_MAX = 160;
/** Above so many the number of unread comments is not counted on. */
export const UNREAD_MAX = 100;

const place = commentId.optional().catch(undefined);

/**
 * Which part of a conversation is asked for: around a comment, after one, before one, from one on, until one, the comments of a
 * day on, its start or its end. Without any of them the place where one stopped reading. A comment that is gone, as
 * with any old link, leads there too.
 */
export const windowShape = z.object({
  at: place,
  after: place,
  before: place,
  from: place,
  until: place,
  on: z.iso.date().optional().catch(undefined),
  edge: z.enum(["start", "end"]).optional().catch(undefined),
  take: z.coerce.number().int().min(1).max(WINDOW_MAX).catch(WINDOW).default(WINDOW),
});
export type WindowAsk = z.output<typeof windowShape>;
