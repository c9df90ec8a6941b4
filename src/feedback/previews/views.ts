import { z } from "zod";
import { personCard } from "@/members/views";
import { conversationId } from "@/posts/shape";
import { featureKey } from "@/stages/features/shape";
import { creditLine } from "../credits/views";
import { PREVIEW_AUDIENCES, PREVIEW_STATES, SOLVED, STEP_KINDS } from "./shape";

export const stepView = z.object({
  id: z.uuid(),
  kind: z.enum(STEP_KINDS),
  audience: z.enum(PREVIEW_AUDIENCES).nullable(),
  name: z.string(),
  note: z.string(),
  by: z.object({ id: personCard.shape.id, displayName: z.string() }).nullable(),
  at: z.date(),
});
export type StepView = z.output<typeof stepView>;

const tally = z.object({ yes: z.number().int(), partly: z.number().int(), no: z.number().int() });

/** What somebody wrote about what they tried, for hosts; with a name only when they agreed. */
const answerView = z.object({
  id: z.string(),
  solved: z.enum(SOLVED),
  words: z.string(),
  by: z.object({ id: personCard.shape.id, displayName: z.string() }).nullable(),
});

/** An idea as a preview of a feature: who is ready, who has it, what they say. */
export const previewView = z.object({
  idea: conversationId,
  feature: featureKey,
  state: z.enum(PREVIEW_STATES),
  /** How many who voted would try it, of how many that it takes. */
  ready: z.number().int(),
  needed: z.number().int(),
  volunteers: z.number().int(),
  /** How many have it by the preview; null where everybody has. */
  tried: z.number().int().nullable(),
  mine: z.object({ volunteered: z.boolean(), voted: z.boolean(), has: z.boolean() }),
  steps: z.array(stepView),
  /** How many answered, and how, once there are enough of them. */
  answered: z.number().int(),
  answers: tally.nullable(),
  /** What they wrote, for hosts alone. */
  said: z.array(answerView),
  may: z.object({
    volunteer: z.boolean(),
    leave: z.boolean(),
    start: z.boolean(),
    widen: z.boolean(),
    withdraw: z.boolean(),
  }),
});
export type PreviewView = z.output<typeof previewView>;

/** What a page that is a feature knows of its preview: whose idea it is, and whether to ask the viewer about it. */
export const visitView = z.object({
  /** The preview that the viewer takes part in and whose uses are still counted. */
  counts: conversationId.nullable(),
  asks: z.object({ idea: conversationId, title: z.string() }).nullable(),
  isPreview: z.boolean(),
});
export type VisitView = z.output<typeof visitView>;

/** A feature on the workbench, with the idea that it comes from where there is one. */
export const benchItem = z.object({
  feature: featureKey,
  state: z.enum(PREVIEW_STATES),
  idea: z.object({ id: conversationId, title: z.string(), voteCount: z.number().int() }).nullable(),
  ready: z.number().int(),
  needed: z.number().int(),
  tried: z.number().int().nullable(),
  volunteered: z.boolean(),
  /** Who shaped it, each as they want to be told of. */
  credits: z.array(creditLine),
  /** Who threw it away, when and why. */
  end: z.object({ by: z.string().nullable(), at: z.date(), note: z.string() }).nullable(),
  /** What the viewer may switch: null where it is not offered to them. */
  mine: z.object({ has: z.boolean() }).nullable(),
});
export type BenchItem = z.output<typeof benchItem>;

export const benchView = z.object({
  items: z.array(benchItem),
  needed: z.number().int(),
  may: z.object({ setNeeded: z.boolean() }),
});
export type BenchView = z.output<typeof benchView>;
