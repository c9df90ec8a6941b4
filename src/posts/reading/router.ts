import { z } from "zod";
import { router, writes } from "@/platform/access/procedure";
import { readingPost } from "../guards";
import { conversationId } from "../shape";
import { followThread } from "./actions/follow-thread";
import { markAllOf, markRead } from "./actions/mark-read";
import { followShape, shownShape } from "./shape";

const done = z.object({ post: conversationId });
/** Small writes that pages send by themselves, so they have a budget of their own. */
const SEEING = { name: "seeing", points: 240, seconds: 60 };

/** What one has read, and what one wants to hear of it: one's own affair, so nothing is announced. */
export const readingRouter = router({
  mark: writes(readingPost, SEEING)
    .input(shownShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await markRead({ cause: ctx.act, who: ctx.viewer.id, of: ctx.resource.id }, input);
      return { post: ctx.resource.id };
    }),
  markThread: writes(readingPost)
    .output(done)
    .mutation(async ({ ctx }) => {
      await markAllOf({ cause: ctx.act, who: ctx.viewer.id, of: ctx.resource.id });
      return { post: ctx.resource.id };
    }),
  follow: writes(readingPost)
    .input(followShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await followThread(ctx.act, ctx.resource.id, input.level);
      return { post: ctx.resource.id };
    }),
});
