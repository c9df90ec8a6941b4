import { z } from "zod";
import { stageShape } from "../shape";
import { COHORT_KINDS, FEATURE_OWNERS, FEATURE_STATES, featureKey } from "./shape";

const state = z.enum(FEATURE_STATES);

/** A feature as admins see it: what it is at each stage, for whom else, and who tries it. */
export const featureView = z.object({
  key: featureKey,
  owner: z.enum(FEATURE_OWNERS),
  stages: z.array(z.object({ stage: stageShape, state, isRule: z.boolean() })),
  cohorts: z.array(z.object({ stage: stageShape, kind: z.enum(COHORT_KINDS), name: z.string(), state })),
  killed: z.object({ reason: z.string(), by: z.string().nullable(), at: z.date() }).nullable(),
  /** How many said that they want to try it, and how many do without it. */
  triedBy: z.number().int(),
  leftBy: z.number().int(),
});
export type FeatureView = z.output<typeof featureView>;

/** A feature as it stands for the person who asks. */
export const myFeatureView = z.object({
  key: featureKey,
  offered: state,
  choice: z.enum(["in", "out"]).nullable(),
  has: z.boolean(),
  /** Theirs to try, and not there for everybody like them yet. */
  isPreview: z.boolean(),
});
export type MyFeatureView = z.output<typeof myFeatureView>;
