import { z } from "zod";
import { fileId } from "@/members/files/shape";
import { boxesOf } from "@/platform/boxes";
import { MINUTE } from "@/platform/durations";
import { idOf } from "@/platform/ids";

/** A conversation's id is also the id of the post or idea that opened it. */
export const conversationId = idOf<"conversation">();
export type ConversationId = z.infer<typeof conversationId>;
export const commentId = idOf<"comment">();
export type CommentId = z.infer<typeof commentId>;

export const CONVERSATION_KINDS = ["post", "idea"] as const;
export type ConversationKind = (typeof CONVERSATION_KINDS)[number];

export const POST_KINDS = ["discussion", "question", "poll", "event", "announcement"] as const;
export type PostKind = (typeof POST_KINDS)[number];

/** Lists of what waits for an answer: what members opened, and the first words of newcomers. */
export const STILL_WAITING = ["members", "newcomers"] as const;
export type StillWaiting = (typeof STILL_WAITING)[number];

/** Above so many new answers a list counts no further. */
export const FRESH_MAX = 20;
/** The languages that words are kept in, for search and for reading aloud. */
export const LANGUAGES = ["en", "fr"] as const;
export type Language = (typeof LANGUAGES)[number];

export const LOCK_REASON_MAX = 300;
/** How many posts stand first in a space. */
export const PINS_MAX = 3;

export const TITLE_MAX = 200;
/** Longer than a person writes; an imported mail may be longer still and is kept whole up to IMPORTED_BODY_MAX. */
export const BODY_MAX = 40_000;
export const IMPORTED_BODY_MAX = 1_000_000;

export const title = z.string().trim().min(1).max(TITLE_MAX);
export const body = z.string().trim().min(1).max(BODY_MAX);
/** The text of a post: a poll and an event say enough by themselves, so theirs may be empty. */
const laterBody = z.string().trim().max(BODY_MAX);

/** How long what was just done can be taken back. */
export const UNDO_MS = MINUTE;

export const ATTACHMENTS_MAX = 10;

/** Files that hang below words, as forms send them. */
export const files = boxesOf(fileId, 50).optional();

/** A language chosen by hand; empty leaves it to be found in the words. */
const language = z
  .union([z.literal(""), z.enum(LANGUAGES)])
  .optional()
  .transform((value) => value || undefined);

export const newPostShape = z.object({ kind: z.enum(POST_KINDS), title, body: laterBody, files, language });
export const newCommentShape = z.object({ body, files });

/** What an edit started from; `over` says yes to putting it in the place of words that were saved meanwhile. */
export const editBasis = z.object({
  version: z.coerce.number().int().min(1).optional(),
  over: z.string().max(10).optional(),
});
export type EditBasis = Partial<z.output<typeof editBasis>>;
export const editPostShape = z.object({ title, body: laterBody, files, language }).extend(editBasis.shape);
export const editCommentShape = newCommentShape.extend(editBasis.shape);

export const lockShape = z.object({ reason: z.string().trim().max(LOCK_REASON_MAX).default("") });
