import { inside } from "@/platform/access/guard";
import { reads, writes } from "@/platform/access/procedure";
import { pageOf, pageShape } from "@/platform/database/page";
import { doneComment, donePost } from "../done";
import { reactingToComment, reactingToPost, readingComment, readingPost } from "../guards";
import { postCard } from "../views";
import { forgetSaved, saveForLater } from "./actions/bookmark";
import { react } from "./actions/react";
import { reactorsOf } from "./reactors";
import { savedBy } from "./saved";
import { reactShape } from "./shape";
import { reactorsView } from "./views";

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
  reactors: reads(readingPost)
    .input(pageShape)
    .output(reactorsView)
    .query(async ({ ctx, input }) => {
      const { id, title } = ctx.resource;
      return { title, ...(await reactorsOf(ctx.db, ctx.viewer, { conversation: id, comment: null }, input)) };
    }),
  commentReactors: reads(readingComment)
    .input(pageShape)
    .output(reactorsView)
    .query(async ({ ctx, input }) => {
      const { id, conversationId: conversation, question } = ctx.resource;
      const found = await reactorsOf(ctx.db, ctx.viewer, { conversation, comment: id }, input);
      return { title: question.title, ...found };
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
