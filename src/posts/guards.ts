import { z } from "zod";
import { ALLOW, type Policy } from "@/platform/access/decision";
import { guardOn } from "@/platform/access/guard";
import { commentById, type LoadedComment } from "./comments";
import { unlessHidden } from "./moderation/hidden";
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
