import { z } from "zod";
import { ALLOW } from "@/platform/access/decision";
import { writes } from "@/platform/access/procedure";
import { addComment } from "@/posts/actions/add-comment";
import { editComment } from "@/posts/actions/edit-words";
import { removeComment } from "@/posts/actions/remove-words";
import { agreedShape } from "@/posts/mentions/among";
import { demandMeasure } from "@/posts/newcomer/demand";
import { followThread } from "@/posts/reading/actions/follow-thread";
import { markAllOf, markRead } from "@/posts/reading/actions/mark-read";
import { followShape, shownShape } from "@/posts/reading/shape";
import { commentId, conversationId, editCommentShape, newCommentShape } from "@/posts/shape";
import { amongReadersOfBoard } from "./among";
import { onIdea, onIdeaComment } from "./guards";
import { demandHeadOpen } from "./merging/actions/head-open";
import { readOf } from "./merging/joined";
import { conversationFor, headOf } from "./merging/place";
import { canCommentOnIdea, canEditIdeaComment, canRemoveIdeaComment } from "./policy";

const readingIdea = onIdea("idea visible", () => ALLOW);
const commenting = onIdea("let comment by the board, not archived, comments open", (viewer, idea) =>
  canCommentOnIdea(viewer, idea.facts),
);
const editingComment = onIdeaComment("author of the comment", canEditIdeaComment);
const removingComment = onIdeaComment("author, host or admin", canRemoveIdeaComment);
const doneIdea = z.object({ idea: conversationId });
const doneComment = z.object({ idea: conversationId, comment: commentId });

/** What people say about an idea, and how far each has read. */
export const ideaTalk = {
  addComment: writes(commenting, { name: "comment", points: 60, seconds: 600 })
    .input(newCommentShape.extend({ parentId: commentId.optional(), ...agreedShape.shape }))
    .output(doneComment)
    .mutation(async ({ ctx, input }) => {
      await demandMeasure(ctx.act, ctx.viewer, { as: "comment", body: input.body });
      const among = amongReadersOfBoard(ctx.viewer, ctx.resource.facts.board, input);
      await demandHeadOpen(ctx.act, ctx.viewer, ctx.resource);
      const to = await conversationFor(ctx.tx, ctx.resource, input.parentId);
      const comment = await addComment(ctx.act, to, { ...input, among });
      return { idea: headOf(ctx.resource), comment };
    }),
  editComment: writes(editingComment)
    .input(editCommentShape.extend(agreedShape.shape))
    .output(doneComment)
    .mutation(async ({ ctx, input }) => {
      await demandMeasure(ctx.act, ctx.viewer, { as: "edit", body: input.body });
      const among = amongReadersOfBoard(ctx.viewer, ctx.resource.board, input);
      const at = { id: ctx.resource.id, conversationId: ctx.resource.idea };
      await editComment(ctx.act, at, { ...input, among }, input);
      return { idea: ctx.resource.idea, comment: ctx.resource.id };
    }),
  removeComment: writes(removingComment)
    .output(doneComment)
    .mutation(async ({ ctx }) => {
      await removeComment(ctx.act, ctx.resource.id);
      return { idea: ctx.resource.idea, comment: ctx.resource.id };
    }),
  markRead: writes(readingIdea, { name: "seeing", points: 240, seconds: 60 })
    .input(shownShape)
    .output(doneIdea)
    .mutation(async ({ ctx, input }) => {
      const { id: of, joined } = readOf(ctx.resource);
      await markRead({ cause: ctx.act, who: ctx.viewer.id, of, joined }, input);
      return { idea: ctx.resource.id };
    }),
  markThread: writes(readingIdea)
    .output(doneIdea)
    .mutation(async ({ ctx }) => {
      const { id: of, joined } = readOf(ctx.resource);
      await markAllOf({ cause: ctx.act, who: ctx.viewer.id, of, joined });
      return { idea: ctx.resource.id };
    }),
  follow: writes(readingIdea)
    .input(followShape)
    .output(doneIdea)
    .mutation(async ({ ctx, input }) => {
      await followThread(ctx.act, ctx.resource.id, input.level);
      return { idea: ctx.resource.id };
    }),
};
