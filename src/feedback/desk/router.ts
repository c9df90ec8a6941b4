import { z } from "zod";
import { hosts } from "@/platform/access/guard";
import { reads, router, writes } from "@/platform/access/procedure";
import { pageShape } from "@/platform/database/page";
import { found } from "@/platform/errors";
import { conversationId } from "@/posts/shape";
import { boardChoices } from "../boards";
import { onIdea } from "../guards";
import { canHostIdea, canMoveIdea } from "../policy";
import { ideaById } from "../queries";
import { keepApart } from "./actions/keep-apart";
import { dropView, keepView } from "./actions/keep-view";
import { placeIdea } from "./actions/place-idea";
import { weighIdea } from "./actions/weigh-idea";
import { viewsOf } from "./kept-views";
import { deskCounts, deskIdeas, peopleWaiting } from "./list";
import { pairsFor } from "./pairs";
import { deskListShape, deskViewId, keepViewShape, placeShape, weighShape } from "./shape";
import { deskIdea, deskView, pairView } from "./views";

const hosting = onIdea("host or admin", canHostIdea);
const moving = onIdea("host or admin", (viewer, idea) => canMoveIdea(viewer, idea.facts));
const doneIdea = z.object({ idea: conversationId });
const done = z.object({});

/** A file carries so much; more is asked for with narrower filters. */
const EXPORT_MAX = 5000;

/** The hosts' desk: what waits for an answer, and what hosts note about it. */
export const deskRouter = router({
  open: reads(hosts)
    .input(pageShape.extend(deskListShape.shape))
    .output(deskView)
    .query(async ({ ctx, input }) => {
      const { db, viewer } = ctx;
      const [ideas, counts, waiting, boards, views] = await Promise.all([
        deskIdeas(db, viewer, input, input),
        deskCounts(db, viewer, input),
        peopleWaiting(db, viewer),
        boardChoices(db, viewer),
        viewsOf(db, viewer.id),
      ]);
      return { ...ideas, counts, waiting, boards, views };
    }),
  table: reads(hosts)
    .input(deskListShape)
    .output(z.array(deskIdea))
    .query(async ({ ctx, input }) => (await deskIdeas(ctx.db, ctx.viewer, input, { take: EXPORT_MAX })).items),
  pairs: reads(hosts)
    .output(z.array(pairView))
    .query(({ ctx }) => pairsFor(ctx.db, ctx.viewer)),
  keepApart: writes(hosting)
    .input(z.object({ other: conversationId }))
    .output(doneIdea)
    .mutation(async ({ ctx, input }) => {
      const other = found(await ideaById(ctx.tx, ctx.viewer, input.other));
      await keepApart(ctx.act, ctx.resource.id, other.id);
      return { idea: ctx.resource.id };
    }),
  weigh: writes(hosting)
    .input(weighShape)
    .output(doneIdea)
    .mutation(async ({ ctx, input }) => {
      await weighIdea(ctx.act, ctx.resource.id, input);
      return { idea: ctx.resource.id };
    }),
  place: writes(moving)
    .input(placeShape)
    .output(doneIdea)
    .mutation(async ({ ctx, input }) => {
      await placeIdea(ctx.act, ctx.resource.id, input);
      return { idea: ctx.resource.id };
    }),
  keepView: writes(hosts)
    .input(keepViewShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await keepView(ctx.act, input.name, input);
      return {};
    }),
  dropView: writes(hosts)
    .input(z.object({ view: deskViewId }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await dropView(ctx.act, input.view);
      return {};
    }),
});
