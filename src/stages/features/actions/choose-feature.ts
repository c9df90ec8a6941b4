import { and, eq } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { featureChoice } from "../schema";
import type { FeatureKey } from "../shape";

/**
 * Says for oneself that one wants to try a feature, or does without it. Nobody else is told.
 * @param choice null takes it back: the rule decides again
 */
export async function chooseFeature(act: Act, feature: FeatureKey, choice: "in" | "out" | null): Promise<void> {
  const mine = and(eq(featureChoice.personId, act.actor), eq(featureChoice.feature, feature));
  if (choice === null) await act.tx.delete(featureChoice).where(mine);
  else
    await act.tx
      .insert(featureChoice)
      .values({ personId: act.actor, feature, choice, at: now() })
      .onConflictDoUpdate({ target: [featureChoice.personId, featureChoice.feature], set: { choice, at: now() } });
}
