import { z } from "zod";
import { paths, withQuery } from "@/paths";
import { reads, writes } from "@/platform/access/procedure";
import { spaceId } from "@/spaces/shape";
import { lockPost, movePost, pinPost, unlockPost, unpinPost } from "./actions/keep-order";
import { removeComment, removePost } from "./actions/remove-words";
import { bringCommentBack, bringPostBack, takeCommentBack, takePostBack } from "./actions/undo";
import { doneComment, doneInSpace, donePost } from "./done";
import { onPost, removingComment, removingPost, takingCommentBack, takingPostBack } from "./guards";
import { moveOf, targetOf } from "./move";
import { canKeepOrder, canMoveAway } from "./policy";
import { onRemovedComment, onRemovedPost } from "./removed";
import { conversationId, lockShape } from "./shape";
import { moveView } from "./views";

const keepingOrder = onPost("space owner, host or admin", (viewer, post) => canKeepOrder(viewer, post.facts));
const moving = onPost("author, space owner, host or admin", (viewer, post) =>
  canMoveAway(viewer, { authorId: post.authorId, space: post.facts.space }),
);

/** What takes words away, brings them back, and puts them where they belong. */
export const orderProcedures = {
  remove: writes(removingPost)
    .output(doneInSpace.extend({ post: conversationId }))
    .mutation(async ({ ctx }) => {
      await removePost(ctx.act, ctx.resource.id);
      return { slug: ctx.resource.space.slug, post: ctx.resource.id };
    }),
  removeComment: writes(removingComment)
    .output(doneComment)
    .mutation(async ({ ctx }) => {
      await removeComment(ctx.act, ctx.resource.id);
      return { post: ctx.resource.conversationId, comment: ctx.resource.id };
    }),
  takeBack: writes(takingPostBack)
    .output(doneInSpace)
    .mutation(async ({ ctx }) => {
      const { id, space } = ctx.resource;
      await takePostBack(ctx.act, id, space.id, paths.compose(space.slug));
      return { slug: ctx.resource.space.slug };
    }),
  takeCommentBack: writes(takingCommentBack)
    .output(donePost)
    .mutation(async ({ ctx }) => {
      const { id, conversationId: on } = ctx.resource;
      await takeCommentBack(ctx.act, id, on, withQuery(paths.post(on), { draft: "1" }));
      return { post: ctx.resource.conversationId };
    }),
  /** A post that the viewer removed less than a minute ago, for the offer to bring it back. */
  justRemoved: reads(onRemovedPost)
    .output(z.object({ post: conversationId, title: z.string(), removedAt: z.date() }))
    .query(({ ctx }) => ({ post: ctx.resource.id, title: ctx.resource.title, removedAt: ctx.resource.removedAt })),
  bringBack: writes(onRemovedPost)
    .output(donePost)
    .mutation(async ({ ctx }) => {
      await bringPostBack(ctx.act, ctx.resource.id);
      return { post: ctx.resource.id };
    }),
  bringCommentBack: writes(onRemovedComment)
    .output(doneComment)
    .mutation(async ({ ctx }) => {
      await bringCommentBack(ctx.act, ctx.resource.id);
      return { post: ctx.resource.conversationId, comment: ctx.resource.id };
    }),
  lock: writes(keepingOrder)
    .input(lockShape)
    .output(donePost)
    .mutation(async ({ ctx, input }) => {
      await lockPost(ctx.act, ctx.resource.id, input.reason);
      return { post: ctx.resource.id };
    }),
  unlock: writes(keepingOrder)
    .output(donePost)
    .mutation(async ({ ctx }) => {
      await unlockPost(ctx.act, ctx.resource.id);
      return { post: ctx.resource.id };
    }),
  pin: writes(keepingOrder)
    .output(donePost)
    .mutation(async ({ ctx }) => {
      await pinPost(ctx.act, ctx.resource.id, ctx.resource.space.id);
      return { post: ctx.resource.id };
    }),
  unpin: writes(keepingOrder)
    .output(donePost)
    .mutation(async ({ ctx }) => {
      await unpinPost(ctx.act, ctx.resource.id, ctx.resource.space.id);
      return { post: ctx.resource.id };
    }),
  moveTo: reads(moving)
    .input(z.object({ to: spaceId.optional().catch(undefined) }))
    .output(moveView.extend({ title: z.string() }))
    .query(async ({ ctx, input }) => ({
      title: ctx.resource.title,
      ...(await moveOf(ctx.db, ctx.viewer, ctx.resource, input.to)),
    })),
  move: writes(moving)
    .input(z.object({ to: spaceId }))
    .output(donePost)
    .mutation(async ({ ctx, input }) => {
      const { id: to } = await targetOf(ctx.tx, ctx.viewer, ctx.resource, input.to);
      await movePost(ctx.act, ctx.resource.id, { from: ctx.resource.space.id, to });
      return { post: ctx.resource.id };
    }),
};
