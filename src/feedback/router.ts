import { z } from "zod";
import { ALLOW, demand } from "@/platform/access/decision";
import { hosts, inside } from "@/platform/access/guard";
import { reads, router, writes } from "@/platform/access/procedure";
import { isTeam } from "@/platform/access/viewer";
import { yesOrNo } from "@/platform/boxes";
import { now } from "@/platform/clock";
import { pageOf, pageShape } from "@/platform/database/page";
import { commentsOf } from "@/posts/comments";
import { forgetDraft } from "@/posts/drafts/actions";
import { draftPlaces } from "@/posts/drafts/shape";
import { agreedShape } from "@/posts/mentions/among";
import { demandMeasure } from "@/posts/newcomer/demand";
import { windowShape } from "@/posts/reading/shape";
import { conversationId, editBasis, TITLE_MAX } from "@/posts/shape";
import { commentView } from "@/posts/views";
import { slug } from "@/spaces/shape";
import { havingFeature } from "@/stages/features/policy";
import { editIdea } from "./actions/edit-idea";
import { moveIdea } from "./actions/move-idea";
import { removeIdea } from "./actions/remove-idea";
import { archiveBoard, editBoard, openBoard } from "./actions/run-board";
import { suggestIdea } from "./actions/suggest-idea";
import { takeIdeaBack } from "./actions/take-idea-back";
import { castVote, takeVoteBack } from "./actions/vote";
import { amongReadersOfBoard } from "./among";
import { editBoardShape, newBoardShape } from "./board-shape";
import { boardsFor } from "./boards";
import { cohortProcedures } from "./cohorts/router";
import { onBoard, onIdea, onVisibleBoard } from "./guards";
import { labelProcedures } from "./labels/router";
import { ideasOn } from "./list";
import { readOf } from "./merging/joined";
import { mergeProcedures } from "./merging/procedures";
import { hostProcedures } from "./moving/procedures";
import { ideaNames } from "./names";
import { newsFor } from "./news";
import { paceOf } from "./pace";
import {
  canCastVote,
  canEditIdea,
  canMoveIdea,
  canRemoveIdea,
  canRunBoards,
  canSeeVoters,
  canSuggest,
  canSuggestForOthers,
  canTakeIdeaBack,
  canUnvote,
} from "./policy";
import { tieFeature } from "./previews/actions/steer-preview";
import { tiedFeature } from "./previews/shape";
import { promiseView } from "./promised/views";
import { promisesIn } from "./promises";
import { ideasBy } from "./queries";
import { roadmapFor } from "./roadmap";
import { segmentProcedures } from "./segments/router";
import { boardId, editIdeaShape, ideaListShape, moveIdeaShape, newIdeaShape, PROMISE_STATES, voteShape } from "./shape";
import { similarIdeas } from "./similar";
import { mayDoOnBoard, talkOf, votersOf } from "./talk";
import { ideaTalk } from "./talk-procedures";
import { talkProcedures } from "./talk-router";
import {
  boardView,
  ideaCard,
  ideaView,
  ideaWithTalk,
  myIdea,
  newsView,
  paceView,
  roadmapColumn,
  similarIdea,
  voterView,
} from "./views";

const running = onBoard("host or admin", canRunBoards);
const suggesting = onBoard("let suggest by the board, not archived", canSuggest);
const readingIdea = onIdea("idea visible", () => ALLOW);
const voting = onIdea("votes open on the board", (viewer, idea) => canCastVote(viewer, idea.facts));
const unvoting = onIdea("idea visible, not shipped", (viewer, idea) => canUnvote(viewer, idea.facts));
const readingVoters = onIdea("who voted shown by the board", (viewer, idea) => canSeeVoters(viewer, idea.facts));
const moving = onIdea("host or admin", (viewer, idea) => canMoveIdea(viewer, idea.facts));
const editing = onIdea("author of the open idea", (viewer, idea) => canEditIdea(viewer, idea.facts));
const removing = onIdea("author of the open idea without other votes, host or admin", (viewer, idea) =>
  canRemoveIdea(viewer, idea.facts),
);
const takingBack = onIdea("whoever wrote it down, within a minute", (viewer, { facts, createdAt }) =>
  canTakeIdeaBack(viewer, { ...facts, createdAt }, now()),
);

const doneBoard = z.object({ board: boardId, slug });
const doneIdea = z.object({ idea: conversationId });
/** The page of an idea: the part of its conversation, and where its voters go on. */
const talkShape = windowShape.extend({ votersAfter: pageShape.shape.after });

export const feedbackRouter = router({
  listBoards: reads(inside)
    .input(pageShape)
    .output(pageOf(boardView))
    .query(({ ctx, input }) => boardsFor(ctx.db, ctx.viewer, input)),
  boardBySlug: reads(onVisibleBoard)
    .output(boardView)
    .query(({ ctx }) => ctx.resource),
  openBoard: writes(hosts)
    .input(newBoardShape)
    .output(doneBoard)
    .mutation(async ({ ctx, input }) => {
      const made = await openBoard(ctx.act, input);
      return { board: made.id, slug: made.slug };
    }),
  editBoard: writes(running)
    .input(editBoardShape)
    .output(doneBoard)
    .mutation(async ({ ctx, input }) => {
      await editBoard(ctx.act, ctx.resource.id, input);
      return { board: ctx.resource.id, slug: ctx.resource.slug };
    }),
  archiveBoard: writes(running)
    .input(z.object({ archived: yesOrNo }))
    .output(doneBoard)
    .mutation(async ({ ctx, input }) => {
      await archiveBoard(ctx.act, ctx.resource.id, input.archived);
      return { board: ctx.resource.id, slug: ctx.resource.slug };
    }),
  /** A board with its ideas, so that its page asks once. */
  ideas: reads(onVisibleBoard)
    .input(pageShape.extend(ideaListShape.shape))
    .output(pageOf(ideaCard).extend({ board: boardView, pace: paceView.nullable() }))
    .query(async ({ ctx, input }) => {
      const [list, pace] = await Promise.all([
        ideasOn(ctx.db, ctx.viewer, ctx.resource, input, input),
        paceOf(ctx.db, ctx.resource),
      ]);
      return { board: ctx.resource, pace, ...list };
    }),
  mine: reads(inside)
    .input(pageShape)
    .output(pageOf(myIdea))
    .query(({ ctx, input }) => ideasBy(ctx.db, ctx.viewer, ctx.viewer.id, input)),
  roadmap: reads(havingFeature("roadmap"))
    .input(z.object({ board: slug.optional().catch(undefined) }).optional())
    .output(z.array(roadmapColumn))
    .query(({ ctx, input }) => roadmapFor(ctx.db, ctx.viewer, input?.board)),
  news: reads(havingFeature("changelog"))
    .input(pageShape)
    .output(pageOf(newsView))
    .query(({ ctx, input }) => newsFor(ctx.db, ctx.viewer, input)),
  promises: reads(havingFeature("promises"))
    .input(pageShape.extend({ show: z.enum(PROMISE_STATES) }))
    .output(pageOf(promiseView))
    .query(({ ctx, input }) => promisesIn(ctx.db, ctx.viewer, input.show, input)),
  idea: reads(readingIdea)
    .output(ideaView)
    .query(({ ctx }) => ctx.resource),
  ideaWithTalk: reads(readingIdea)
    .input(talkShape)
    .output(ideaWithTalk)
    .query(({ ctx, input }) => talkOf(ctx.db, ctx.viewer, ctx.resource, input)),
  voters: reads(readingVoters)
    .input(pageShape)
    .output(pageOf(voterView))
    .query(({ ctx, input }) => votersOf(ctx.db, ctx.resource.id, input)),
  comments: reads(readingIdea)
    .input(pageShape)
    .output(pageOf(commentView))
    .query(({ ctx, input }) => {
      const { id, joined } = readOf(ctx.resource);
      const mayDo = mayDoOnBoard(ctx.viewer, ctx.resource.facts.board);
      return commentsOf(ctx.db, ctx.viewer, [id, ...joined], input, mayDo);
    }),
  similar: reads(suggesting)
    .input(z.object({ text: z.string().max(TITLE_MAX) }))
    .output(z.array(similarIdea))
    .query(({ ctx, input }) => similarIdeas(ctx.db, ctx.viewer, ctx.resource.id, input.text)),
  ...ideaNames,
  suggest: writes(suggesting, { name: "suggest", points: 20, seconds: 600 })
    .input(newIdeaShape.extend(agreedShape.shape))
    .output(doneIdea)
    .mutation(async ({ ctx, input }) => {
      if (input.onBehalfOf !== undefined) demand(canSuggestForOthers(ctx.viewer, ctx.resource));
      await demandMeasure(ctx.act, ctx.viewer, { as: "conversation", body: input.body });
      const among = amongReadersOfBoard(ctx.viewer, ctx.resource, input);
      const idea = await suggestIdea(ctx.act, ctx.resource, { ...input, among });
      await forgetDraft(ctx.act, draftPlaces.newIdea(ctx.resource.id));
      return { idea };
    }),
  editIdea: writes(editing)
    .input(editIdeaShape.extend({ ...agreedShape.shape, ...editBasis.shape }))
    .output(doneIdea)
    .mutation(async ({ ctx, input }) => {
      await demandMeasure(ctx.act, ctx.viewer, { as: "edit", body: input.body });
      const among = amongReadersOfBoard(ctx.viewer, ctx.resource.facts.board, input);
      await editIdea(ctx.act, ctx.resource.id, { ...input, among }, input);
      return { idea: ctx.resource.id };
    }),
  removeIdea: writes(removing)
    .output(z.object({ slug }))
    .mutation(async ({ ctx }) => {
      const by = isTeam(ctx.viewer) ? ({ as: "host" } as const) : ({ as: "author", author: ctx.viewer.id } as const);
      await removeIdea(ctx.act, ctx.resource.id, by);
      return { slug: ctx.resource.board.slug };
    }),
  takeBack: writes(takingBack)
    .output(z.object({ slug }))
    .mutation(async ({ ctx }) => {
      const { id, authorId, board } = ctx.resource;
      await takeIdeaBack(ctx.act, id, { slug: board.slug, authorId });
      return { slug: board.slug };
    }),
  vote: writes(voting)
    .input(voteShape)
    .output(doneIdea)
    .mutation(async ({ ctx, input }) => ({ idea: await castVote(ctx.act, ctx.resource.id, input) })),
  unvote: writes(unvoting)
    .output(doneIdea)
    .mutation(async ({ ctx }) => ({ idea: await takeVoteBack(ctx.act, ctx.resource.id) })),
  move: writes(moving)
    .input(moveIdeaShape)
    .input(z.object({ feature: tiedFeature }))
    .output(doneIdea)
    .mutation(async ({ ctx, input }) => {
      await moveIdea(ctx.act, ctx.resource.id, input);
      const isThere = input.status === "in-preview" || input.status === "shipped";
      if (isThere && input.feature !== "") await tieFeature(ctx.act, ctx.resource.id, input.feature);
      return { idea: ctx.resource.id };
    }),
  ...cohortProcedures,
  ...labelProcedures,
  ...segmentProcedures,
  ...ideaTalk,
  ...talkProcedures,
  ...mergeProcedures,
  ...hostProcedures,
});
