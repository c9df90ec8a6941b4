import { z } from "zod";
import { ALLOW } from "@/platform/access/decision";
import { admins, guardOn, inside } from "@/platform/access/guard";
import { reads, router, writes } from "@/platform/access/procedure";
import { ticked } from "@/platform/boxes";
import { conversationId } from "@/posts/shape";
import { featureKey } from "@/stages/features/shape";
import { onIdea } from "../guards";
import { setNeeded, startPreview, widenPreview, withdrawPreview } from "./actions/steer-preview";
import { leaveAll, leaveOne, volunteer } from "./actions/volunteer";
import { benchFor } from "./bench";
import { onPreview } from "./guards";
import { canGoOn, canSteer, canVolunteer } from "./policy";
import { previewViewOf } from "./queries";
import { ANSWER_MAX, neededShape, SOLVED, startShape, widenShape, withdrawShape } from "./shape";
import { answerPreview, noteUse, takesPart, visitOf } from "./uses";
import { benchView, previewView, visitView } from "./views";

const done = z.object({ idea: conversationId });
const onFeature = z.object({ feature: featureKey });

const reading = onIdea("reads the idea", () => ALLOW);
const steering = onPreview("host or admin", canSteer);
const goingOn = onPreview("host or admin, while it runs", canGoOn);

/** A preview that the viewer takes part in; for everybody else it asks nothing. */
const trying = guardOn({
  name: "whoever tries it",
  by: z.object({ idea: conversationId }),
  load: (db, viewer, { idea }) => takesPart(db, viewer, idea),
  decide: () => ALLOW,
});

/** Features before they are there for all: who would try them, who has them, what they say. */
export const previewsRouter = router({
  ofIdea: reads(reading)
    .output(previewView.nullable())
    .query(({ ctx }) => previewViewOf(ctx.db, ctx.viewer, ctx.resource)),
  workbench: reads(inside)
    .output(benchView)
    .query(({ ctx }) => benchFor(ctx.db, ctx.viewer)),
  visit: reads(inside)
    .input(onFeature)
    .output(visitView)
    .query(({ ctx, input }) => visitOf(ctx.db, ctx.viewer, input.feature)),
  volunteer: writes(onPreview("inside, while it is asked for or tried", canVolunteer))
    .output(done)
    .mutation(async ({ ctx }) => {
      await volunteer(ctx.act, ctx.resource.idea.id);
      return { idea: ctx.resource.idea.id };
    }),
  leave: writes(onPreview("inside", () => ALLOW))
    .output(done)
    .mutation(async ({ ctx }) => {
      await leaveOne(ctx.act, ctx.resource.idea.id);
      return { idea: ctx.resource.idea.id };
    }),
  leaveAll: writes(inside)
    .output(z.object({ left: z.literal(true) }))
    .mutation(async ({ ctx }) => {
      await leaveAll(ctx.act);
      return { left: true as const };
    }),
  start: writes(steering)
    .input(startShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await startPreview(ctx.act, ctx.resource.idea.id, input);
      return { idea: ctx.resource.idea.id };
    }),
  widen: writes(goingOn)
    .input(widenShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await widenPreview(ctx.act, ctx.resource.idea.id, input);
      return { idea: ctx.resource.idea.id };
    }),
  withdraw: writes(goingOn)
    .input(withdrawShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await withdrawPreview(ctx.act, ctx.resource.idea.id, input.note);
      return { idea: ctx.resource.idea.id };
    }),
  setNeeded: writes(admins)
    .input(neededShape)
    .output(neededShape)
    .mutation(async ({ ctx, input }) => {
      await setNeeded(ctx.act, input.needed);
      return input;
    }),
  used: writes(trying)
    .output(done)
    .mutation(async ({ ctx }) => {
      await noteUse(ctx.act, ctx.resource.idea);
      return ctx.resource;
    }),
  answer: writes(trying)
    .input(z.object({ solved: z.enum(SOLVED), words: z.string().trim().max(ANSWER_MAX).default(""), named: ticked }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await answerPreview(ctx.act, ctx.resource.idea, input);
      return ctx.resource;
    }),
  dismiss: writes(trying)
    .output(done)
    .mutation(async ({ ctx }) => {
      await answerPreview(ctx.act, ctx.resource.idea, { solved: null, words: "", named: false });
      return ctx.resource;
    }),
});
