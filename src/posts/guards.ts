import { z } from "zod";
import { ALLOW, type Policy } from "@/platform/access/decision";
import { guardOn } from "@/platform/access/guard";
import { now } from "@/platform/clock";
import { commentById, type LoadedComment } from "./comments";
import { unlessHidden } from "./moderation/hidden";
import { canReact, canRemoveWords, canTakeBack } from "./policy";
import { type LoadedPost, postById } from "./queries";
import { commentId, conversationId } from "./shape";

/** A post that the viewer reads, named by its id. */
export function onPost(name: string, decide: Policy<LoadedPost>) {
  return guardOn({
    name,
    by: z.object({ post: conversationId }),
    load: async (db, viewer, { post }) => (await postById(db, viewer, post)) ?? (await unlessHidden(db, viewer, post)),
    decide,
  });
}

/** A comment under a post that the viewer reads, named by its id. */
export function onComment(name: string, decide: Policy<LoadedComment>) {
  return guardOn({
    name,
    by: z.object({ comment: commentId }),
    load: (db, viewer, { comment }) => commentById(db, viewer, comment),
    decide,
  });
}

export const readingPost = onPost("post readable", () => ALLOW);
export const readingComment = onComment("comment readable", () => ALLOW);
export const reactingToPost = onPost("reader of the post", (viewer, post) => canReact(viewer, post.facts));
export const reactingToComment = onComment("reader of the comment", canReact);
export const removingPost = onPost("author, space owner, host or admin", (viewer, post) =>
  canRemoveWords(viewer, { authorId: post.authorId, space: post.facts.space }),
);
export const removingComment = onComment("author, space owner, host or admin", canRemoveWords);
export const takingPostBack = onPost("author, within a minute", (viewer, post) => canTakeBack(viewer, post, now()));
export const takingCommentBack = onComment("author, within a minute", (viewer, comment) =>
  canTakeBack(viewer, comment, now()),
);
