import { z } from "zod";
import { reads, router, writes } from "@/platform/access/procedure";
import { mayDoInSpace } from "../comments";
import { readingPost } from "../guards";
import { conversationId } from "../shape";
import { postView } from "../views";
import { followThread } from "./actions/follow-thread";
import { markAllOf, markRead } from "./actions/mark-read";
import { followShape, shownShape, windowShape } from "./shape";
import { threadWindow } from "./views";
import { windowOf } from "./window";

const done = z.object({ post: conversationId });
/** Small writes that pages send by themselves, so they have a budget of their own. */
const SEEING = { name: "seeing", points: 240, seconds: 60 };

/** What one has read, and what one wants to hear of it: one's own affair, so nothing is announced. */
export const readingRouter = router({
  /** A post with the part of its conversation that is asked for, so that its page asks once. */
  thread: reads(readingPost)
    .input(windowShape)
    .output(z.object({ post: postView, window: threadWindow }))
    .query(async ({ ctx, input }) => ({
      post: ctx.resource,
      window: await windowOf(
        ctx.db,
        ctx.viewer,
        ctx.resource.id,
        input,
        mayDoInSpace(ctx.viewer, ctx.resource.facts.space),
      ),
    })),
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
