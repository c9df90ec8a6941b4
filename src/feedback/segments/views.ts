import { z } from "zod";
import { conversationId } from "@/posts/shape";

/** By what votes are told apart: where the directory places a voter, how they came in, and at which stage. */
export const SEGMENTS = ["department", "site", "way", "stage"] as const;
export type Segment = (typeof SEGMENTS)[number];

/** The votes by one mark: groups of five and more by name, all others together, or null when that would tell too much. */
const split = z.object({
  shown: z.array(z.object({ name: z.string(), count: z.number().int() })),
  others: z.number().int().nullable(),
});
export type SplitView = z.output<typeof split>;

export const segmentsView = z.object({
  idea: z.object({ id: conversationId, title: z.string(), voteCount: z.number().int() }),
  by: z.object({ department: split, site: split, way: split, stage: split }),
});
export type SegmentsView = z.output<typeof segmentsView>;
