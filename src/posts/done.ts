import { z } from "zod";
import { commentId, conversationId } from "./shape";

/** What a verb on a post or comment answers: enough to lead back to it. */
export const donePost = z.object({ post: conversationId });
export const doneComment = z.object({ post: conversationId, comment: commentId });
export const doneInSpace = z.object({ slug: z.string() });
