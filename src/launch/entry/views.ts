import { z } from "zod";
import { audienceShape, stageShape } from "@/stages/shape";

const count = z.number().int().min(0);
const known = z.array(z.object({ name: z.string(), count }));

/** The ways in, and the stage from which each opens. */
export const WAYS = ["host-invitation", "member-invitation", "wave", "audience", "everyone"] as const;

export const entryView = z.object({
  stage: stageShape,
  version: count,
  ways: z.array(z.object({ way: z.enum(WAYS), from: stageShape, open: z.boolean() })),
  audience: audienceShape,
  /** What the directory and single sign-on know, with at least five people in each. */
  known: z.object({ departments: known, sites: known, groups: known }),
  may: z.object({ steer: z.boolean() }),
});
export type EntryView = z.output<typeof entryView>;
