import { and, eq } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { record } from "@/platform/events/event";
import type { Stage } from "../../shape";
import { featureRuled } from "../events";
import { featureRule } from "../schema";
import type { Cohort, FeatureKey, FeatureState } from "../shape";

/**
 * Says what a feature is at a stage, for everybody or for one cohort; at once and for every process, since it is read
 * with the passport.
 * @param rule.state null takes the rule back: the registry decides again
 */
export async function ruleFeature(
  act: Act,
  rule: { feature: FeatureKey; stage: Stage; cohort: Cohort; state: FeatureState | null },
): Promise<void> {
  const { feature, stage, cohort, state } = rule;
  const key = { feature, stage, ...cohort };
  const where = and(
    eq(featureRule.feature, feature),
    eq(featureRule.stage, stage),
    eq(featureRule.kind, cohort.kind),
    eq(featureRule.name, cohort.name),
  );
  const [before] = await act.tx.select({ state: featureRule.state }).from(featureRule).where(where).for("update");
  if ((before?.state ?? null) === state) return;
  if (state === null) await act.tx.delete(featureRule).where(where);
  else
    await act.tx
      .insert(featureRule)
      .values({ ...key, state, at: now() })
      .onConflictDoUpdate({
        target: [featureRule.stage, featureRule.feature, featureRule.kind, featureRule.name],
        set: { state, at: now() },
      });
  await record(act, featureRuled, feature, { stage, ...cohort, from: before?.state ?? null, to: state });
}
