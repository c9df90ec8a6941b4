import { z } from "zod";
import { fileId } from "@/members/files/shape";
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

export const ATTACHMENTS_MAX = 10;

/** Files that hang below words, as forms send them: one, several, or an empty field that says "none". */
export const files = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => [...new Set([given].flat().filter((one) => one !== ""))])
  .pipe(z.array(fileId).max(50))
  .optional();

export const newPostShape = z.object({ kind: z.enum(POST_KINDS), title, body, files });
export const editPostShape = z.object({ title, body, files });
export const newCommentShape = z.object({ body, files });
