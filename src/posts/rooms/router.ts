import { z } from "zod";
import { demand } from "@/platform/access/decision";
import { guardOn } from "@/platform/access/guard";
import { reads, writes } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { found } from "@/platform/errors";
import { answerAdoption, askToAdopt } from "@/spaces/adoption/adopt";
import { adoptionFor } from "@/spaces/adoption/queries";
import { ADOPTION_ANSWERS, adoptionId } from "@/spaces/adoption/shape";
import { onSpace, onSpaceAt } from "@/spaces/guards";
import { slug, spaceId } from "@/spaces/shape";
import { keepClosed } from "./actions/keep-closed";
import { mergeRoom } from "./actions/merge-room";
import { likelyAdopters } from "./adopters";
import { canKeepClosed, canMendRoom, canMergeInto } from "./policy";
import { emptyRoom, targetById } from "./queries";
import { keepClosedShape, mergeShape, offerShape } from "./shape";
import { emptyRoomView } from "./views";

const mendingAt = onSpaceAt("host or admin, on a space that is not private", canMendRoom);
const mending = onSpace("host or admin, on a space that is not private", canMendRoom);

/** An offer to look after a space, for whom it is made to; for all others there is none. */
const onAdoption = guardOn({
  name: "whoever is asked",
  by: z.object({ adoption: adoptionId }),
  load: (db, viewer, { adoption }) => adoptionFor(db, viewer, adoption),
  decide: () => ({ allowed: true }),
});

const done = z.object({ slug });

/** What is done about spaces that newcomers would find empty. */
export const roomProcedures = {
  emptyRoom: reads(mendingAt)
    .input(z.object({ into: spaceId.optional().catch(undefined) }))
    .output(emptyRoomView)
    .query(({ ctx, input }) => emptyRoom(ctx.db, ctx.viewer, ctx.resource, input.into)),
  keepRoomClosed: writes(mending)
    .input(keepClosedShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      demand(canKeepClosed(ctx.viewer, ctx.resource, input.until));
      await keepClosed(ctx.act, ctx.resource, input.until);
      return { slug: ctx.resource.slug };
    }),
  mergeRoom: writes(mending)
    .input(mergeShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      const into = found(await targetById(ctx.tx, input.into));
      demand(canMergeInto(ctx.viewer, ctx.resource, into));
      await mergeRoom(ctx.act, { from: ctx.resource.id, to: into.id });
      return { slug: ctx.resource.slug };
    }),
  offerRoom: writes(mending, { name: "offer-room", points: 20, seconds: 3600 })
    .input(offerShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      const likely = await likelyAdopters(ctx.tx, ctx.viewer, ctx.resource.id, now());
      found(likely.find(({ person }) => person.id === input.person));
      await askToAdopt(ctx.act, ctx.resource.id, input.person, input.words);
      return { slug: ctx.resource.slug };
    }),
  answerRoomOffer: writes(onAdoption)
    .input(z.object({ answer: z.enum(ADOPTION_ANSWERS) }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await answerAdoption(ctx.act, ctx.resource, input.answer);
      return { slug: ctx.resource.space.slug };
    }),
};
