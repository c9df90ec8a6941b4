import { inside } from "@/platform/access/guard";
import { reads, writes } from "@/platform/access/procedure";
import { pageOf, pageShape } from "@/platform/database/page";
import { doneComment, donePost } from "../done";
import { reactingToComment, reactingToPost, readingPost } from "../guards";
import { postCard } from "../views";
import { forgetSaved, saveForLater } from "./actions/bookmark";
import { react } from "./actions/react";
import { savedBy } from "./saved";
import { reactShape } from "./shape";

/** Kind signs, and what one keeps for later. */
export const markProcedures = {
  react: writes(reactingToPost)
    .input(reactShape)
    .output(donePost)
    .mutation(async ({ ctx, input }) => {
      await react(ctx.act, { conversation: ctx.resource.id, comment: null }, input);
      return { post: ctx.resource.id };
    }),
  reactToComment: writes(reactingToComment)
    .input(reactShape)
    .output(doneComment)
    .mutation(async ({ ctx, input }) => {
      const { id, conversationId } = ctx.resource;
      await react(ctx.act, { conversation: conversationId, comment: id }, input);
      return { post: conversationId, comment: id };
    }),
  saved: reads(inside)
    .input(pageShape)
    .output(pageOf(postCard))
    .query(({ ctx, input }) => savedBy(ctx.db, ctx.viewer, input)),
  save: writes(readingPost)
    .output(donePost)
    .mutation(async ({ ctx }) => {
      await saveForLater(ctx.act, ctx.resource.id);
      return { post: ctx.resource.id };
    }),
  unsave: writes(readingPost)
    .output(donePost)
    .mutation(async ({ ctx }) => {
      await forgetSaved(ctx.act, ctx.resource.id);
      return { post: ctx.resource.id };
    }),
};
