import { eq } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { featureKilled } from "../events";
import { featureKill } from "../schema";
import type { FeatureKey } from "../shape";

/**
 * Shuts a feature for everybody, the team included, whatever stages and cohorts say.
 * @throws Refusal `conflict` when it is shut already
 */
export async function killFeature(act: Act, feature: FeatureKey, reason: string): Promise<void> {
  const [row] = await act.tx
    .insert(featureKill)
    .values({ feature, reason, byPerson: act.actor, at: now() })
    .onConflictDoNothing()
    .returning({ feature: featureKill.feature });
  if (row === undefined) throw new Refusal("conflict", "featureKilled");
  await record(act, featureKilled, feature, { killed: true });
}

/**
 * Lets a feature that was shut be what its rules say again.
 * @throws Refusal `conflict` when it is not shut
 */
export async function reviveFeature(act: Act, feature: FeatureKey): Promise<void> {
  const [row] = await act.tx
    .delete(featureKill)
    .where(eq(featureKill.feature, feature))
    .returning({ feature: featureKill.feature });
  if (row === undefined) throw new Refusal("conflict", "featureNotKilled");
  await record(act, featureKilled, feature, { killed: false });
}
