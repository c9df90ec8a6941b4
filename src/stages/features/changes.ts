import { eq } from "drizzle-orm";
import type { Reader } from "@/platform/database/client";
import type { Stage } from "../shape";
import { featureKill, featureRule } from "./schema";
import { FEATURE_KEYS, FEATURE_STATES, type FeatureKey, type FeatureState, stateByStage } from "./shape";

/** A feature that a step opens or closes for members, with what it is afterwards. */
export type FeatureChange = { readonly key: FeatureKey; readonly state: FeatureState };

/** What a step from one stage to another opens and closes for everybody; cohorts have their own rules. */
export async function featuresChanged(
  db: Reader,
  from: Stage,
  to: Stage,
): Promise<{ opening: FeatureChange[]; closing: FeatureChange[] }> {
  const rules = await db.select().from(featureRule).where(eq(featureRule.kind, "everybody"));
  const killed = new Set(
    (await db.select({ feature: featureKill.feature }).from(featureKill)).map((one) => one.feature),
  );
  const at = (key: FeatureKey, stage: Stage) =>
    rules.find((rule) => rule.feature === key && rule.stage === stage)?.state ?? stateByStage(key, stage);
  const steps = FEATURE_KEYS.filter((key) => !killed.has(key)).map((key) => {
    const [before, after] = [at(key, from), at(key, to)];
    return { key, state: after, by: FEATURE_STATES.indexOf(after) - FEATURE_STATES.indexOf(before) };
  });
  const asChange = ({ key, state }: FeatureChange): FeatureChange => ({ key, state });
  return {
    opening: steps.filter(({ by }) => by > 0).map(asChange),
    closing: steps.filter(({ by }) => by < 0).map(asChange),
  };
}
