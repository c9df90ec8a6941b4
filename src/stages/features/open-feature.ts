import {
  ErrorCode,
  type EvaluationContext,
  OpenFeature,
  type Provider,
  type ResolutionDetails,
  StandardResolutionReasons,
} from "@openfeature/server-sdk";
import { personId } from "@/members/shape";
import { reader } from "@/platform/database/client";
import { featureFactsOf } from "./queries";
import { FEATURE_KEYS, type FeatureKey } from "./shape";
import { hasFeature } from "./state";

/**
 * Levain's features by the standard interface (OpenFeature specification, section 2): code that knows nothing of
 * stages asks for a boolean with a person's id as `targetingKey`. Features are only ever there or not, so what asks for
 * a text, a number or an object is told the type does not match.
 */
export const featureProvider: Provider = {
  metadata: { name: "levain" },
  runsOn: "server",
  resolveBooleanEvaluation: evaluate,
  resolveStringEvaluation: async (_, value) => mismatch(value),
  resolveNumberEvaluation: async (_, value) => mismatch(value),
  resolveObjectEvaluation: async (_, value) => mismatch(value),
};

/** Lets other code of this process ask. */
export async function provideFeatures(): Promise<void> {
  await OpenFeature.setProviderAndWait(featureProvider);
}

async function evaluate(
  flag: string,
  fallback: boolean,
  context: EvaluationContext,
): Promise<ResolutionDetails<boolean>> {
  const key = FEATURE_KEYS.find((one): one is FeatureKey => one === flag);
  if (key === undefined) return failed(fallback, "FLAG_NOT_FOUND");
  const id = personId.safeParse(context.targetingKey);
  if (!id.success) return failed(fallback, "TARGETING_KEY_MISSING");
  const facts = await featureFactsOf(reader(), id.data);
  if (facts === null) return { value: false, reason: StandardResolutionReasons.DISABLED };
  return { value: hasFeature(key, facts), reason: StandardResolutionReasons.TARGETING_MATCH };
}

function mismatch<T>(value: T): ResolutionDetails<T> {
  return failed(value, "TYPE_MISMATCH");
}

function failed<T>(value: T, code: `${ErrorCode}`): ResolutionDetails<T> {
  return { value, reason: StandardResolutionReasons.ERROR, errorCode: ErrorCode[code] };
}
