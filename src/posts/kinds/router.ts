import { z } from "zod";
import { type Decision, deny } from "@/platform/access/decision";
import { reads, writes } from "@/platform/access/procedure";
import type { Viewer } from "@/platform/access/viewer";
import { pageShape } from "@/platform/database/page";
import { Refusal } from "@/platform/errors";
import { acceptAnswer, unacceptAnswer } from "../actions/accept-answer";
import { doneComment, donePost } from "../done";
import { onComment, onPost } from "../guards";
import { canAccept, canClosePoll, canReact } from "../policy";
import type { LoadedPost } from "../queries";
import { closePoll, reopenPoll } from "./actions/close-poll";
import { markSeen } from "./actions/mark-seen";
import { takeAnswerBack, voteInPoll } from "./actions/vote-in-poll";
import { unreadOf } from "./readers";
import { unreadView } from "./views";

const accepting = onComment("who asked, space owner, host or admin", (viewer, { question, space }) =>
  canAccept(viewer, { ...question, space }),
);
/** Something that only one kind of post has: for others it is not there. */
const ofKind =
  (has: (post: LoadedPost) => boolean, decide: (viewer: Viewer, post: LoadedPost) => Decision) =>
  (viewer: Viewer, post: LoadedPost) =>
    has(post) ? decide(viewer, post) : deny("not-found");

const voting = onPost(
  "reader of the poll",
  ofKind(
    (post) => post.poll !== null,
    (viewer, post) => canReact(viewer, post.facts),
  ),
);
const closing = onPost(
  "author of the poll, space owner, host or admin",
  ofKind(
    (post) => post.poll !== null,
    (viewer, post) => canClosePoll(viewer, { authorId: post.authorId, space: post.facts.space }),
  ),
);
const asked = onPost(
  "reader of the announcement",
  ofKind(
    (post) => post.seen !== null,
    (viewer, post) => canReact(viewer, post.facts),
  ),
);
const announcing = onPost(
  "author of the announcement",
  ofKind(
    (post) => post.seen !== null,
    (viewer, post) => (post.authorId === viewer.id ? { allowed: true } : deny("not-allowed", "authorsOnly")),
  ),
);

/** One answer comes from a form as a word, several as a list. */
const choices = z
  .union([z.coerce.number().int(), z.array(z.coerce.number().int()).max(10)])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()));

/** What only some kinds of posts have: the answer to a question, a poll's voices, the readers of an announcement. */
export const kindProcedures = {
  accept: writes(accepting)
    .output(doneComment)
    .mutation(async ({ ctx }) => {
      const { id, conversationId } = ctx.resource;
      await acceptAnswer(ctx.act, conversationId, id);
      return { post: conversationId, comment: id };
    }),
  unaccept: writes(accepting)
    .output(doneComment)
    .mutation(async ({ ctx }) => {
      const { id, conversationId } = ctx.resource;
      await unacceptAnswer(ctx.act, conversationId, id);
      return { post: conversationId, comment: id };
    }),
  vote: writes(voting)
    .input(z.object({ choices }))
    .output(donePost)
    .mutation(async ({ ctx, input }) => {
      await voteInPoll(ctx.act, ctx.resource.id, input.choices);
      return { post: ctx.resource.id };
    }),
  unvote: writes(voting)
    .output(donePost)
    .mutation(async ({ ctx }) => {
      await takeAnswerBack(ctx.act, ctx.resource.id);
      return { post: ctx.resource.id };
    }),
  closePoll: writes(closing)
    .output(donePost)
    .mutation(async ({ ctx }) => {
      await closePoll(ctx.act, ctx.resource.id);
      return { post: ctx.resource.id };
    }),
  reopenPoll: writes(closing)
    .output(donePost)
    .mutation(async ({ ctx }) => {
      await reopenPoll(ctx.act, ctx.resource.id);
      return { post: ctx.resource.id };
    }),
  markSeen: writes(asked)
    .output(donePost)
    .mutation(async ({ ctx }) => {
      if (ctx.resource.authorId === ctx.viewer.id) throw new Refusal("conflict", "ownAnnouncement");
      await markSeen(ctx.act, ctx.resource.id);
      return { post: ctx.resource.id };
    }),
  unreadBy: reads(announcing)
    .input(pageShape)
    .output(unreadView)
    .query(async ({ ctx, input }) => ({
      title: ctx.resource.title,
      ...(await unreadOf(ctx.db, ctx.viewer, ctx.resource, input)),
    })),
};
