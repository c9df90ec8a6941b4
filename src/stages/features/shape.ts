import { z } from "zod";
import { reached, type Stage, stageShape } from "../shape";

/** The rooms that keep features. */
export const FEATURE_OWNERS = ["feedback"] as const;

/** A feature that a stage opens: the room that keeps it, and from which stages it may be tried and is there for all. */
type Feature = { readonly owner: (typeof FEATURE_OWNERS)[number]; readonly tried: Stage; readonly opens: Stage };

/**
 * Every feature that an admin can open and close without a release. Its name and purpose stand in the catalogue below
 * `features.<key>`. What is not listed here is part of the house and is always there.
 */
export const FEATURES = {
  changelog: { owner: "feedback", tried: "founding", opens: "founding" },
  promises: { owner: "feedback", tried: "founding", opens: "founding" },
  founders: { owner: "feedback", tried: "general", opens: "general" },
  roadmap: { owner: "feedback", tried: "founding", opens: "early" },
} as const satisfies Readonly<Record<string, Feature>>;

export type FeatureKey = keyof typeof FEATURES;
export const FEATURE_KEYS = Object.keys(FEATURES) as [FeatureKey, ...FeatureKey[]];
export const featureKey = z.enum(FEATURE_KEYS);

/** `preview`: there for those who say that they want to try it. */
export const FEATURE_STATES = ["off", "preview", "on"] as const;
export type FeatureState = (typeof FEATURE_STATES)[number];

/** Whom a rule is for beside everybody: one department, site or group of the directory. */
export const COHORT_KINDS = ["everybody", "department", "site", "group"] as const;
export type CohortKind = (typeof COHORT_KINDS)[number];

export type Cohort = { readonly kind: CohortKind; readonly name: string };

/** A rule as an admin writes it; `default` takes it back. */
export const ruleShape = z
  .object({
    feature: featureKey,
    stage: stageShape,
    kind: z.enum(COHORT_KINDS).default("everybody"),
    name: z.string().trim().max(80).default(""),
    state: z.enum([...FEATURE_STATES, "default"]),
  })
  .refine(({ kind, name }) => kind === "everybody" || name !== "", { message: "field.empty", path: ["name"] });

export const killReason = z.string().trim().min(3).max(500);

/** What a feature is at a stage when nobody has said otherwise. */
export function stateByStage(key: FeatureKey, stage: Stage): FeatureState {
  const { tried, opens } = FEATURES[key];
  if (reached(stage, opens)) return "on";
  return reached(stage, tried) ? "preview" : "off";
}
