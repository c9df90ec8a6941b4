import { z } from "zod";
import { declareEvent } from "@/platform/events/event";
import { spaceId } from "@/spaces/shape";
import { conversationId, POST_KINDS } from "./shape";

export const postPublished = declareEvent(
  "post.published",
  "post",
  z.object({ spaceId, kind: z.enum(POST_KINDS) }),
  "Somebody opened a conversation in a space.",
);
export const postEdited = declareEvent("post.edited", "post", z.object({}), "An author changed a post.");
export const postRemoved = declareEvent("post.removed", "post", z.object({}), "A post was taken away.");
export const hostLineWritten = declareEvent(
  "post.line-written",
  "post",
  z.object({}),
  "A host said in a line why a conversation matters, or took such a line away.",
);
export const commentAdded = declareEvent(
  "comment.added",
  "comment",
  z.object({ conversationId }),
  "Somebody answered in a conversation.",
);
export const commentEdited = declareEvent("comment.edited", "comment", z.object({}), "An author changed a comment.");
export const commentRemoved = declareEvent("comment.removed", "comment", z.object({}), "A comment was taken away.");
