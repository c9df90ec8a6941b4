import { ALLOW, admitted, and, deny, type Policy } from "@/platform/access/decision";
import { guardPlace } from "@/platform/access/guard";
import type { FeatureKey } from "./shape";

/** Whoever has a feature at this stage; others are told that it is not open yet. */
export function withFeature(key: FeatureKey): Policy<unknown> {
  return and(admitted, (viewer) => (viewer.features.has(key) ? ALLOW : deny("not-yet", "featureClosed")));
}

/** A guard on a feature as a whole. */
export function havingFeature(key: FeatureKey) {
  return guardPlace(`admitted, has ${key}`, withFeature(key));
}
