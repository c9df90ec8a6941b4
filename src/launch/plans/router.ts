import { eq } from "drizzle-orm";
import { z } from "zod";
import { adminOnly } from "@/platform/access/decision";
import { admins, guardOn } from "@/platform/access/guard";
import { writes } from "@/platform/access/procedure";
import { isTeam } from "@/platform/access/viewer";
import { setSecondAdmin } from "../actions/set-second-admin";
import { approvePlan, startPlan } from "./actions/approve-plan";
import { cancelPlan } from "./actions/cancel-plan";
import { planFlip } from "./actions/plan-flip";
import { flipPlan } from "./schema";
import { planId, planShape } from "./shape";

const FLIP = { name: "flip", points: 20, seconds: 600 };
const done = z.object({});

/** A plan, for the team; for all others none exists. */
const onPlan = guardOn({
  name: "admin, on a planned flip",
  by: z.object({ plan: planId }),
  load: async (db, viewer, by) => {
    if (!isTeam(viewer)) return null;
    return (await db.select({ id: flipPlan.id }).from(flipPlan).where(eq(flipPlan.id, by.plan)))[0];
  },
  decide: adminOnly,
});

/** What admins do about flips that are not taken yet. */
export const planProcedures = {
  plan: writes(admins, FLIP)
    .input(planShape.extend({ confirm: z.literal("yes") }))
    .output(z.object({ plan: planId }))
    .mutation(async ({ ctx, input }) => ({ plan: await planFlip(ctx.act, input) })),
  approvePlan: writes(onPlan, FLIP)
    .output(z.object({ late: z.boolean() }))
    .mutation(({ ctx }) => approvePlan(ctx.act, ctx.resource.id)),
  startPlan: writes(onPlan, FLIP)
    .output(done)
    .mutation(async ({ ctx }) => {
      await startPlan(ctx.act, ctx.resource.id);
      return {};
    }),
  cancelPlan: writes(onPlan, FLIP)
    .output(done)
    .mutation(async ({ ctx }) => {
      await cancelPlan(ctx.act, ctx.resource.id);
      return {};
    }),
  setSecondAdmin: writes(admins)
    .input(z.object({ on: z.stringbool() }))
    .output(z.object({ waits: z.boolean() }))
    .mutation(({ ctx, input }) => setSecondAdmin(ctx.act, input.on)),
};
