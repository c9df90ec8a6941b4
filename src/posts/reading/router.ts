import { z } from "zod";
import { team } from "@/platform/access/decision";
import { inside } from "@/platform/access/guard";
import { reads, router, writes } from "@/platform/access/procedure";
import { isTeam } from "@/platform/access/viewer";
import { pageShape } from "@/platform/database/page";
import { mayDoInSpace } from "../comments";
import { onPost, readingPost } from "../guards";
import { conversationId } from "../shape";
import { postView } from "../views";
import { beginAnew, dismissMissed, markEverything, undoMarkEverything } from "./actions/draw-line";
import { followThread } from "./actions/follow-thread";
import { markAllOf, markRead } from "./actions/mark-read";
import { writeHostLine } from "./actions/write-host-line";
import { homeOf } from "./home";
import { backShape, followShape, hostLineShape, shownShape, windowShape } from "./shape";
import { homeView, threadWindow } from "./views";
import { windowOf } from "./window";

const done = z.object({ post: conversationId });
/** Small writes that pages send by themselves, so they have a budget of their own. */
const SEEING = { name: "seeing", points: 240, seconds: 60 };

/** What one has read, and what one wants to hear of it: one's own affair, so nothing is announced. */
export const readingRouter = router({
  /** What is new for whoever asks, what they may be able to answer, and what they missed. */
  home: reads(inside)
    .input(pageShape)
    .output(homeView)
    .query(({ ctx, input }) => homeOf(ctx.db, ctx.viewer, input, ctx.locale)),
  /** A post with the part of its conversation that is asked for, so that its page asks once. */
  thread: reads(readingPost)
    .input(windowShape)
    .output(z.object({ post: postView, window: threadWindow, may: z.object({ writeLine: z.boolean() }) }))
    .query(async ({ ctx, input }) => ({
      post: ctx.resource,
      may: { writeLine: isTeam(ctx.viewer) },
      window: await windowOf(
        ctx.db,
        ctx.viewer,
        ctx.resource,
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
  writeLine: writes(onPost("host or admin", team))
    .input(hostLineShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await writeHostLine(ctx.act, ctx.resource.id, input);
      return { post: ctx.resource.id };
    }),
  markEverything: writes(inside)
    .output(z.null())
    .mutation(async ({ ctx }) => {
      await markEverything(ctx.act);
      return null;
    }),
  undoMarkEverything: writes(inside)
    .output(z.null())
    .mutation(async ({ ctx }) => {
      await undoMarkEverything(ctx.act);
      return null;
    }),
  beginAnew: writes(inside)
    .input(backShape)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await beginAnew(ctx.act, input.days);
      return null;
    }),
  dismissMissed: writes(inside)
    .output(z.null())
    .mutation(async ({ ctx }) => {
      await dismissMissed(ctx.act);
      return null;
    }),
});
