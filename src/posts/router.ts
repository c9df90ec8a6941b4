import { z } from "zod";
import { personId } from "@/members/shape";
import { ALLOW, demand, deny } from "@/platform/access/decision";
import { inside } from "@/platform/access/guard";
import { reads, router, writes } from "@/platform/access/procedure";
import { pageOf, pageShape } from "@/platform/database/page";
import { onSpace, onVisibleSpace } from "@/spaces/guards";
import { canReadSpace, canWriteInSpace } from "@/spaces/policy";
import { addComment } from "./actions/add-comment";
import { editComment, editPost } from "./actions/edit-words";
import { publishPost } from "./actions/publish-post";
import { commentsOf, mayDoInSpace } from "./comments";
import { doneComment, donePost } from "./done";
import { postDrafts } from "./drafts/procedures";
import { feed } from "./feed";
import { onComment, onPost, readingComment, readingPost } from "./guards";
import { historyProcedures } from "./history/router";
import { changedEventFrom, demandBody, postFrom } from "./kinds/new-post";
import { kindProcedures } from "./kinds/router";
import { editEventFields, kindFields } from "./kinds/shape";
import { markProcedures } from "./marks/router";
import { agreedShape, amongReadersOf } from "./mentions/among";
import { postNames } from "./mentions/procedures";
import { demandMeasure } from "./newcomer/demand";
import { orderProcedures } from "./order-router";
import { canComment, canEditWords, canPublish } from "./policy";
import { postsBy } from "./queries";
import { roomProcedures } from "./rooms/router";
import {
  commentId,
  conversationId,
  editCommentShape,
  editPostShape,
  newCommentShape,
  newPostShape,
  STILL_WAITING,
} from "./shape";
import { stillWaiting } from "./still-waiting";
import { commentView, postCard, postView, roomView } from "./views";
import { coldOf } from "./warmth";

const readingSpace = onSpace("space readable", (viewer, room) =>
  canReadSpace(viewer, room) ? ALLOW : deny("not-allowed", "askAnOwner"),
);
const writingInSpace = onSpace("writer in the space", canWriteInSpace);
const commenting = onPost("writer in the post's space", (viewer, post) => canComment(viewer, post.facts));
const editingPost = onPost("author of the post", (viewer, post) =>
  canEditWords(viewer, { authorId: post.authorId, space: post.facts.space }),
);
const editingComment = onComment("author of the comment", canEditWords);

const postPage = pageOf(postCard);

export const postsRouter = router({
  feed: reads(inside)
    .input(pageShape.extend({ waiting: z.enum(STILL_WAITING).optional() }))
    .output(postPage)
    .query(({ ctx: { db, viewer }, input: { waiting, ...page } }) =>
      waiting === undefined ? feed(db, viewer, { joinedOnly: true }, page) : stillWaiting(db, viewer, waiting, page),
    ),
  /** The posts of a space, and beside its first page those that stand first there. */
  inSpace: reads(readingSpace)
    .input(pageShape)
    .output(postPage.extend({ pinned: z.array(postCard) }))
    .query(({ ctx, input }) => feed(ctx.db, ctx.viewer, { space: ctx.resource.id }, input)),
  room: reads(onVisibleSpace)
    .input(pageShape)
    .output(roomView)
    .query(async ({ ctx, input }) => {
      const { db, viewer, resource: space } = ctx;
      const posts = space.may.read ? feed(db, viewer, { space: space.id }, input) : null;
      const [page, cold] = await Promise.all([posts, coldOf(db, viewer, space)]);
      return { space, posts: page, cold };
    }),
  byPerson: reads(inside)
    .input(pageShape.extend({ person: personId }))
    .output(postPage)
    .query(({ ctx, input }) => postsBy(ctx.db, ctx.viewer, input.person, input)),
  one: reads(readingPost)
    .output(postView)
    .query(({ ctx }) => ctx.resource),
  comments: reads(readingPost)
    .input(pageShape)
    .output(pageOf(commentView))
    .query(({ ctx, input }) =>
      commentsOf(ctx.db, ctx.viewer, [ctx.resource.id], input, mayDoInSpace(ctx.viewer, ctx.resource.facts.space)),
    ),
  comment: reads(readingComment)
    .output(commentView.extend({ conversationId }))
    .query(({ ctx }) => ctx.resource),
  ...postNames,
  ...postDrafts,
  publish: writes(writingInSpace, { name: "publish", points: 20, seconds: 600 })
    .input(newPostShape.extend({ ...agreedShape.shape, ...kindFields.shape }))
    .output(donePost)
    .mutation(async ({ ctx, input }) => {
      demand(canPublish(ctx.viewer, ctx.resource, input.kind));
      await demandMeasure(ctx.act, ctx.viewer, { as: "conversation", body: input.body });
      const among = amongReadersOf(ctx.viewer, ctx.resource, ctx.resource, input);
      return { post: await publishPost(ctx.act, ctx.resource.id, { ...postFrom(input, ctx.viewer), among }) };
    }),
  edit: writes(editingPost)
    .input(editPostShape.extend({ ...agreedShape.shape, ...editEventFields.shape }))
    .output(donePost)
    .mutation(async ({ ctx, input }) => {
      const { id, kind, space, facts } = ctx.resource;
      demandBody(kind, input.body);
      await demandMeasure(ctx.act, ctx.viewer, { as: "edit", body: input.body });
      const among = amongReadersOf(ctx.viewer, space, facts.space, input);
      const event = kind === "event" ? changedEventFrom(input, ctx.viewer) : undefined;
      await editPost(ctx.act, id, { ...input, event, among }, input);
      return { post: ctx.resource.id };
    }),
  addComment: writes(commenting, { name: "comment", points: 60, seconds: 600 })
    .input(newCommentShape.extend({ parentId: commentId.optional(), ...agreedShape.shape }))
    .output(doneComment)
    .mutation(async ({ ctx, input }) => {
      await demandMeasure(ctx.act, ctx.viewer, { as: "comment", body: input.body });
      const { space, facts } = ctx.resource;
      const among = amongReadersOf(ctx.viewer, space, facts.space, input);
      const comment = await addComment(ctx.act, ctx.resource.id, { ...input, among });
      return { post: ctx.resource.id, comment };
    }),
  editComment: writes(editingComment)
    .input(editCommentShape.extend(agreedShape.shape))
    .output(doneComment)
    .mutation(async ({ ctx, input }) => {
      await demandMeasure(ctx.act, ctx.viewer, { as: "edit", body: input.body });
      const { conversationId, name, space } = ctx.resource;
      const among = amongReadersOf(ctx.viewer, name, space, input);
      await editComment(ctx.act, { id: ctx.resource.id, conversationId }, { ...input, among }, input);
      return { post: ctx.resource.conversationId, comment: ctx.resource.id };
    }),
  ...kindProcedures,
  ...markProcedures,
  ...orderProcedures,
  ...roomProcedures,
  ...historyProcedures,
});
