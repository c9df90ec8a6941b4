import { z } from "zod";
import { admins, inside } from "@/platform/access/guard";
import { reads, router, writes } from "@/platform/access/procedure";
import { chooseFeature } from "./actions/choose-feature";
import { killFeature, reviveFeature } from "./actions/kill-feature";
import { ruleFeature } from "./actions/rule-feature";
import { featureFactsOf, featuresFor, featuresForAdmins } from "./queries";
import { featureKey, killReason, ruleShape } from "./shape";
import { featureView, myFeatureView } from "./views";

const done = z.object({ feature: featureKey });
const onFeature = z.object({ feature: featureKey });

/** What the stages open, and what people make of it. */
export const featuresRouter = router({
  list: reads(admins)
    .output(z.array(featureView))
    .query(({ ctx }) => featuresForAdmins(ctx.db)),
  rule: writes(admins)
    .input(ruleShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      const { feature, stage, kind, state } = input;
      const cohort = { kind, name: kind === "everybody" ? "" : input.name };
      await ruleFeature(ctx.act, { feature, stage, cohort, state: state === "default" ? null : state });
      return { feature: input.feature };
    }),
  kill: writes(admins)
    .input(onFeature.extend({ reason: killReason }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await killFeature(ctx.act, input.feature, input.reason);
      return { feature: input.feature };
    }),
  revive: writes(admins)
    .input(onFeature)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await reviveFeature(ctx.act, input.feature);
      return { feature: input.feature };
    }),
  mine: reads(inside)
    .output(z.array(myFeatureView))
    .query(async ({ ctx }) => {
      const facts = await featureFactsOf(ctx.db, ctx.viewer.id);
      return facts === null ? [] : featuresFor(facts);
    }),
  choose: writes(inside)
    .input(onFeature.extend({ choice: z.enum(["in", "out", "default"]) }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await chooseFeature(ctx.act, input.feature, input.choice === "default" ? null : input.choice);
      return { feature: input.feature };
    }),
});
