import { and, eq } from "drizzle-orm";
import { now } from "@/platform/clock";
import { type Cause, record } from "@/platform/events/event";
import { currentStage } from "../../queries";
import { reached, STAGES } from "../../shape";
import { featureRuled } from "../events";
import { featureRule } from "../schema";
import { type FeatureKey, stateByStage } from "../shape";

/** Opens a feature to everybody from this stage on, as a feature that was shipped is; a cohort's own rule stays. */
export async function openForAll(cause: Cause, feature: FeatureKey): Promise<void> {
  const { stage } = await currentStage(cause.tx);
  const everybody = { kind: "everybody", name: "" } as const;
  const rules = await cause.tx
    .select({ stage: featureRule.stage, state: featureRule.state })
    .from(featureRule)
    .where(and(eq(featureRule.feature, feature), eq(featureRule.kind, "everybody")));
  for (const at of STAGES.filter((one) => reached(one, stage))) {
    const from = rules.find((rule) => rule.stage === at)?.state ?? null;
    if ((from ?? stateByStage(feature, at)) === "on") continue;
    await cause.tx
      .insert(featureRule)
      .values({ feature, stage: at, ...everybody, state: "on", at: now() })
      .onConflictDoUpdate({
        target: [featureRule.stage, featureRule.feature, featureRule.kind, featureRule.name],
        set: { state: "on", at: now() },
      });
    await record(cause, featureRuled, feature, { stage: at, ...everybody, from, to: "on" });
  }
}
