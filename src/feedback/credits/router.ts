import { z } from "zod";
import { personId } from "@/members/shape";
import { ALLOW } from "@/platform/access/decision";
import { guardOn, inside } from "@/platform/access/guard";
import { reads, router, writes } from "@/platform/access/procedure";
import { pageOf, pageShape } from "@/platform/database/page";
import { conversationId } from "@/posts/shape";
import { havingFeature } from "@/stages/features/policy";
import { featureKey } from "@/stages/features/shape";
import { onIdea } from "../guards";
import { canMoveIdea } from "../policy";
import { answerCredit, sayMeant } from "./actions/answer-credit";
import { proposeCredits, takeCreditBack } from "./actions/propose-credits";
import { deskOf } from "./desk";
import { canPropose, canSayMeant } from "./policy";
import { creditsOf, founders, imagined, ownCreditOn, ownCredits } from "./queries";
import { answerCreditShape, creditRole, meantShape, proposeShape } from "./shape";
import { creditDesk, founderView, ideaCredits, imaginedView, ownCredit } from "./views";

const done = z.object({ idea: conversationId });

const reading = onIdea("reads the idea", () => ALLOW);
const answering = onIdea("host or admin", (viewer, { facts }) => canMoveIdea(viewer, facts));

const proposing = onIdea("host or admin, in preview or shipped", (viewer, { facts }) => canPropose(viewer, facts));
const meaning = onIdea("whose idea it is, once it is shipped", (viewer, { facts }) => canSayMeant(viewer, facts));

/** A credit that names the viewer; for everybody else there is none. */
const onOwnCredit = guardOn({
  name: "whom the credit names",
  by: z.object({ idea: conversationId, role: creditRole }),
  load: ownCreditOn,
  decide: () => ALLOW,
});

/** Who shaped an idea, each as they want to be told of. */
export const creditsRouter = router({
  ofIdea: reads(reading)
    .output(ideaCredits)
    .query(({ ctx }) => creditsOf(ctx.db, ctx.viewer, ctx.resource)),
  desk: reads(proposing)
    .output(creditDesk)
    .query(({ ctx }) => deskOf(ctx.db, ctx.resource)),
  mine: reads(inside)
    .input(pageShape)
    .output(pageOf(ownCredit))
    .query(({ ctx, input }) => ownCredits(ctx.db, ctx.viewer, input)),
  onFeature: reads(inside)
    .input(z.object({ feature: featureKey }))
    .output(imaginedView.nullable())
    .query(({ ctx, input }) => imagined(ctx.db, ctx.viewer, input.feature)),
  founders: reads(havingFeature("founders"))
    .input(pageShape)
    .output(pageOf(founderView))
    .query(({ ctx, input }) => founders(ctx.db, ctx.viewer, input)),
  propose: writes(proposing)
    .input(proposeShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await proposeCredits(ctx.act, ctx.resource, input);
      return { idea: ctx.resource.id };
    }),
  takeBack: writes(answering)
    .input(z.object({ role: creditRole, person: personId }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await takeCreditBack(ctx.act, ctx.resource.id, input);
      return { idea: ctx.resource.id };
    }),
  answer: writes(onOwnCredit)
    .input(answerCreditShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      const { idea, role } = ctx.resource;
      await answerCredit(ctx.act, { idea: idea.id, role }, input);
      return { idea: idea.id };
    }),
  sayMeant: writes(meaning)
    .input(meantShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await sayMeant(ctx.act, ctx.resource.id, input);
      return { idea: ctx.resource.id };
    }),
});
