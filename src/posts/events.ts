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

/** A post, and the list of the space that it stands in. */
const itselfAndSpace = (id: string, payload: { spaceId: string }) => [
  touched("conversation", id),
  touched("space", payload.spaceId),
];
/** A post, and the lists that it left and came to. */
const moved = (id: string, { from, to }: { from: string; to: string }) => [
  touched("conversation", id),
  touched("space", from),
  touched("space", to),
];

export const postWithdrawn = declareEvent(
  "post.withdrawn",
  "post",
  z.object({ spaceId }),
  "An author took a post back within the minute, as if it had not been published.",
  itselfAndSpace,
);
export const postRestored = declareEvent(
  "post.restored",
  "post",
  z.object({ spaceId }),
  "Whoever removed a post brought it back within the minute.",
  itselfAndSpace,
);
export const commentWithdrawn = declareEvent(
  "comment.withdrawn",
  "comment",
  z.object({ conversationId }),
  "An author took a comment back within the minute, as if it had not been said.",
  itsTalk,
);
export const commentRestored = declareEvent(
  "comment.restored",
  "comment",
  z.object({ conversationId }),
  "Whoever removed a comment brought it back within the minute.",
  itsTalk,
);
export const postMoved = declareEvent(
  "post.moved",
  "post",
  z.object({ from: spaceId, to: spaceId }),
  "A post went to another space with its conversation.",
  moved,
);
export const postLocked = declareEvent(
  "post.locked",
  "post",
  z.object({ reason: z.string() }),
  "A post takes no more comments.",
  itself,
);
export const postUnlocked = declareEvent("post.unlocked", "post", z.object({}), "A post takes comments again.", itself);
export const postPinned = declareEvent(
  "post.pinned",
  "post",
  z.object({ spaceId }),
  "A post stands first in its space.",
  itselfAndSpace,
);
export const postUnpinned = declareEvent(
  "post.unpinned",
  "post",
  z.object({ spaceId }),
  "A post stands where its last word puts it again.",
  itselfAndSpace,
);
export const answerAccepted = declareEvent(
  "answer.accepted",
  "post",
  z.object({ commentId }),
  "A comment was marked as the answer to a question.",
  itself,
);
export const answerUnaccepted = declareEvent(
  "answer.unaccepted",
  "post",
  z.object({ commentId }),
  "A comment is no longer marked as the answer to a question.",
  itself,
);

export const roomMerged = declareEvent(
  "space.merged",
  "space",
  z.object({ into: z.uuid(), posts: z.number().int() }),
  "Everything in a space was taken to another, and it was archived.",
  (id, { into }) => [touched("space", id), touched("space", into)],
);
