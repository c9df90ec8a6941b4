import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { featureFactsOf } from "../queries";
import { featureChoice, featureGrant, featureOpening } from "../schema";
import { type Cohort, FEATURE_KEYS, type FeatureKey } from "../shape";
import { isPreviewTo } from "../state";
import { chooseFeature } from "./choose-feature";

/** A preview: of which feature, and the idea that it comes from. */
export type PreviewOf = { readonly source: string; readonly feature: FeatureKey };

/**
 * Gives a feature to people by their ids; whoever has it by this preview keeps it.
 * @param people selects `person_id`
 */
export async function grantFeature(tx: Tx, { source, feature }: PreviewOf, people: SQL): Promise<void> {
  await tx.execute(sql`insert into ${featureGrant} (person_id, source, feature, at)
    select person_id, ${source}::uuid, ${feature}, ${now().toISOString()}::timestamptz from (${people}) given
    on conflict do nothing`);
}

/**
 * Gives a feature to a cohort, or to everybody, whatever the stage.
 * @returns whether they had it not by this preview before
 */
export async function openFeatureTo(tx: Tx, of: PreviewOf, cohort: Cohort): Promise<boolean> {
  const rows = await tx
    .insert(featureOpening)
    .values({ ...of, ...cohort, at: now() })
    .onConflictDoNothing()
    .returning({ name: featureOpening.name });
  return rows.length > 0;
}

/** Takes back all that a preview gave. What people chose for themselves stays. */
export async function endPreview(tx: Tx, source: string): Promise<void> {
  await tx.delete(featureGrant).where(eq(featureGrant.source, source));
  await tx.delete(featureOpening).where(eq(featureOpening.source, source));
}

/** Whoever says that they would try a feature has not decided against it any more. */
export async function wantAgain(act: Act, feature: FeatureKey): Promise<void> {
  const mine = and(eq(featureChoice.personId, act.actor), eq(featureChoice.feature, feature));
  await act.tx.delete(featureChoice).where(and(mine, eq(featureChoice.choice, "out")));
}

/** Leaves one preview. Nobody is told. What the stage opens to everybody like them stays theirs. */
export async function leavePreview(act: Act, { source, feature }: PreviewOf): Promise<void> {
  await act.tx.delete(featureGrant).where(and(eq(featureGrant.personId, act.actor), eq(featureGrant.source, source)));
  const mine = and(eq(featureChoice.personId, act.actor), eq(featureChoice.feature, feature));
  await act.tx.delete(featureChoice).where(and(mine, eq(featureChoice.choice, "in")));
  await doWithoutPreviews(act, [feature]);
}

/** Leaves every preview that one takes part in, with one switch. */
export async function leavePreviews(act: Act): Promise<void> {
  await act.tx.delete(featureChoice).where(and(eq(featureChoice.personId, act.actor), eq(featureChoice.choice, "in")));
  await act.tx.delete(featureGrant).where(eq(featureGrant.personId, act.actor));
  await doWithoutPreviews(act, FEATURE_KEYS);
}

/** Says no to what a cohort of theirs still gives them as a preview. */
async function doWithoutPreviews(act: Act, keys: readonly FeatureKey[]): Promise<void> {
  const facts = await featureFactsOf(act.tx, act.actor);
  if (facts === null) return;
  for (const key of keys) if (facts.granted.has(key) && isPreviewTo(key, facts)) await chooseFeature(act, key, "out");
}
