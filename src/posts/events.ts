import { z } from "zod";
import { personId } from "@/members/shape";
import { declareEvent } from "@/platform/events/event";
import { added, touched } from "@/platform/live/topic";
import { spaceId } from "@/spaces/shape";
import { commentId, conversationId, POST_KINDS } from "./shape";

/** A post itself, for those who have it open. */
const itself = (id: string) => [touched("conversation", id)];
/** The conversation that a comment stands in. */
const itsTalk = (_id: string, { conversationId: talk }: { conversationId: string }) => [touched("conversation", talk)];

export const postPublished = declareEvent(
  "post.published",
  "post",
  z.object({ spaceId, kind: z.enum(POST_KINDS) }),
  "Somebody opened a conversation in a space.",
  (_id, payload) => [added("space", payload.spaceId)],
);
export const postEdited = declareEvent("post.edited", "post", z.object({}), "An author changed a post.", itself);
export const postRemoved = declareEvent("post.removed", "post", z.object({}), "A post was taken away.", itself);
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
  (_id, payload) => [added("conversation", payload.conversationId)],
);
export const commentEdited = declareEvent(
  "comment.edited",
  "comment",
  z.object({ conversationId }),
  "An author changed a comment.",
  itsTalk,
);
export const commentRemoved = declareEvent(
  "comment.removed",
  "comment",
  z.object({ conversationId }),
  "A comment was taken away.",
  itsTalk,
);
export const mentionMade = declareEvent(
  "mention.made",
  "conversation",
  z.object({
    conversationId,
    commentId: commentId.nullable(),
    personIds: z.array(personId),
    spaceId: spaceId.nullable(),
  }),
  "Somebody was named in a text, or everybody in a space was called.",
);
