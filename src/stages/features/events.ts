import { z } from "zod";
import { declareEvent } from "@/platform/events/event";
import { stageShape } from "../shape";
import { COHORT_KINDS, FEATURE_STATES } from "./shape";

export const featureRuled = declareEvent(
  "feature.ruled",
  "feature",
  z.object({
    stage: stageShape,
    kind: z.enum(COHORT_KINDS),
    name: z.string(),
    from: z.enum(FEATURE_STATES).nullable(),
    to: z.enum(FEATURE_STATES).nullable(),
  }),
  "An admin opened or closed a feature at a stage; null is what the registry says.",
);

export const featureKilled = declareEvent(
  "feature.killed",
  "feature",
  z.object({ killed: z.boolean() }),
  "An admin shut a feature for everybody, or let it be again.",
);
