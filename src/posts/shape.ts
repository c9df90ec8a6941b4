import { z } from "zod";
import { idOf } from "@/platform/ids";

/** A conversation's id is also the id of the post or idea that opened it. */
export const conversationId = idOf<"conversation">();
export type ConversationId = z.infer<typeof conversationId>;
export const commentId = idOf<"comment">();
export type CommentId = z.infer<typeof commentId>;

export const CONVERSATION_KINDS = ["post", "idea"] as const;
export type ConversationKind = (typeof CONVERSATION_KINDS)[number];

export const POST_KINDS = ["discussion", "question", "announcement"] as const;
export type PostKind = (typeof POST_KINDS)[number];

/** Above so many new answers a list counts no further. */
export const FRESH_MAX = 20;

export const TITLE_MAX = 200;
/** Longer than a person writes; an imported mail may be longer still and is kept whole up to IMPORTED_BODY_MAX. */
export const BODY_MAX = 40_000;
export const IMPORTED_BODY_MAX = 1_000_000;

export const title = z.string().trim().min(1).max(TITLE_MAX);
export const body = z.string().trim().min(1).max(BODY_MAX);

export const newPostShape = z.object({ kind: z.enum(POST_KINDS), title, body });
export const editPostShape = z.object({ title, body });
export const newCommentShape = z.object({ body });
