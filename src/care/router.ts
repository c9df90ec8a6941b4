import { z } from "zod";
import { canSeePerson } from "@/members/policy";
import { profileOf } from "@/members/queries";
import { personId } from "@/members/shape";
import { ALLOW, deny } from "@/platform/access/decision";
import { guardOn, inside } from "@/platform/access/guard";
import { reads, router, writes } from "@/platform/access/procedure";
import { pageOf, pageShape } from "@/platform/database/page";
import { ownDeeds } from "./activity";
import { besideProfile } from "./beside";
import { answerAsk, askOffer } from "./offers/actions/ask-offer";
import { changeOffer, makeOffer } from "./offers/actions/make-offer";
import { canAnswerAsk, canAskFor, canKeepOffer } from "./offers/policy";
import { askById, offerById } from "./offers/queries";
import { answerShape, askId, askShape, offerId, offerShape } from "./offers/shape";
import { DEEDS } from "./shape";
import { giveThanks, showThanks } from "./thanks/actions/give-thanks";
import { ownThanks } from "./thanks/queries";
import { showThanksShape, THANKS_A_DAY, thanksId, thanksShape } from "./thanks/shape";
import { besideView, deedView } from "./views";

const DAY_SECONDS = 86_400;

const thanking = guardOn({
  name: "another person, visible",
  by: z.object({ person: personId }),
  load: (db, viewer, { person }) => profileOf(db, viewer, person),
  decide: (viewer, subject) => {
    if (!canSeePerson(viewer, subject)) return deny("not-found");
    return viewer.id === subject.id ? deny("conflict", "thanksSelf") : ALLOW;
  },
});
const offers = { by: z.object({ offer: offerId }), load: offerLoad };
const keepingOffer = guardOn({ ...offers, name: "own offer", decide: canKeepOffer });
const askingOffer = guardOn({ ...offers, name: "offer of another, open", decide: canAskFor });
const answeringAsk = guardOn({
  name: "asked of oneself",
  by: z.object({ ask: askId }),
  load: (db, viewer, { ask }) => askById(db, viewer, ask),
  decide: canAnswerAsk,
});
const answeringThanks = guardOn({
  name: "own thanks",
  by: z.object({ thanks: thanksId }),
  load: (db, viewer, { thanks }) => ownThanks(db, viewer, thanks),
  decide: () => ALLOW,
});

function offerLoad(
  db: Parameters<typeof offerById>[0],
  viewer: Parameters<typeof offerById>[1],
  { offer }: { offer: z.output<typeof offerId> },
) {
  return offerById(db, viewer, offer);
}

const done = z.object({});

export const careRouter = router({
  beside: reads(inside)
    .input(z.object({ person: personId }))
    .output(besideView)
    .query(({ ctx, input }) => besideProfile(ctx.db, ctx.viewer, input.person)),
  mine: reads(inside)
    .input(pageShape.extend({ deeds: z.enum(DEEDS).default("written") }))
    .output(pageOf(deedView))
    .query(({ ctx, input }) => ownDeeds(ctx.db, ctx.viewer, input)),
  offer: writes(inside)
    .input(offerShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await makeOffer(ctx.act, input.words);
      return {};
    }),
  changeOffer: writes(keepingOffer)
    .input(z.object({ to: z.enum(["open", "closed", "removed"]) }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await changeOffer(ctx.act, ctx.resource, input.to);
      return {};
    }),
  ask: writes(askingOffer, { name: "offer-ask", points: 20, seconds: DAY_SECONDS })
    .input(askShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await askOffer(ctx.act, ctx.resource, input.words);
      return {};
    }),
  answer: writes(answeringAsk)
    .input(answerShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await answerAsk(ctx.act, ctx.resource, input.answer);
      return {};
    }),
  thank: writes(thanking, { name: "thanks", points: THANKS_A_DAY, seconds: DAY_SECONDS })
    .input(thanksShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await giveThanks(ctx.act, ctx.viewer, ctx.resource.id, input);
      return {};
    }),
  showThanks: writes(answeringThanks)
    .input(showThanksShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await showThanks(ctx.act, ctx.resource.id, input.show === "yes");
      return {};
    }),
});
