import { z } from "zod";
import { paths, withQuery } from "@/paths";
import { ALLOW } from "@/platform/access/decision";
import { reads, writes } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { pageShape } from "@/platform/database/page";
import { bringCommentBack, takeCommentBack } from "@/posts/actions/undo";
import { versionsOf } from "@/posts/history/versions";
import { historyView } from "@/posts/history/views";
import { react } from "@/posts/marks/actions/react";
import { reactorsOf } from "@/posts/marks/reactors";
import { reactShape } from "@/posts/marks/shape";
import { reactorsView } from "@/posts/marks/views";
import { canTakeBack } from "@/posts/policy";
import { commentId, conversationId } from "@/posts/shape";
import { onIdea, onIdeaComment, onRemovedIdeaComment } from "./guards";
import { canReactToIdea } from "./policy";

const reacting = onIdea("reader of the idea", (viewer, idea) => canReactToIdea(viewer, idea.facts));
const reactingToComment = onIdeaComment("reader of the comment", canReactToIdea);
const readingComment = onIdeaComment("comment readable", () => ALLOW);
const readingIdea = onIdea("idea visible", () => ALLOW);
const takingBack = onIdeaComment("author, within a minute", (viewer, comment) => canTakeBack(viewer, comment, now()));

const doneIdea = z.object({ idea: conversationId });
const doneComment = z.object({ idea: conversationId, comment: commentId });

/** What the conversation under an idea shares with that under a post, under the rules of its board. */
export const talkProcedures = {
  react: writes(reacting)
    .input(reactShape)
    .output(doneIdea)
    .mutation(async ({ ctx, input }) => {
      await react(ctx.act, { conversation: ctx.resource.id, comment: null }, input);
      return { idea: ctx.resource.id };
    }),
  reactToComment: writes(reactingToComment)
    .input(reactShape)
    .output(doneComment)
    .mutation(async ({ ctx, input }) => {
      const { id, idea } = ctx.resource;
      await react(ctx.act, { conversation: idea, comment: id }, input);
      return { idea, comment: id };
    }),
  reactors: reads(readingIdea)
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
      const { id, idea, title } = ctx.resource;
      return { title, ...(await reactorsOf(ctx.db, ctx.viewer, { conversation: idea, comment: id }, input)) };
    }),
  takeCommentBack: writes(takingBack)
    .output(doneIdea)
    .mutation(async ({ ctx }) => {
      const { id, idea } = ctx.resource;
      await takeCommentBack(ctx.act, id, idea, withQuery(paths.idea(idea), { draft: "1" }));
      return { idea: ctx.resource.idea };
    }),
  bringCommentBack: writes(onRemovedIdeaComment)
    .output(doneComment)
    .mutation(async ({ ctx }) => {
      await bringCommentBack(ctx.act, ctx.resource.id);
      return { idea: ctx.resource.idea, comment: ctx.resource.id };
    }),
  commentHistory: reads(readingComment)
    .input(pageShape)
    .output(historyView)
    .query(async ({ ctx, input }) => {
      const { id, idea, title, body, version, author, editedAt, createdAt } = ctx.resource;
      const standing = { conversation: idea, comment: id, version, title: "", body, at: editedAt ?? createdAt };
      return { title, author, ...(await versionsOf(ctx.db, standing, input)) };
    }),
  history: reads(readingIdea)
    .input(pageShape)
    .output(historyView)
    .query(async ({ ctx, input }) => {
      const { id, title, body, version, author, editedAt, createdAt } = ctx.resource;
      const standing = { conversation: id, comment: null, version, title, body, at: editedAt ?? createdAt };
      return { title, author, ...(await versionsOf(ctx.db, standing, input)) };
    }),
};
