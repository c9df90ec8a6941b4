import { z } from "zod";
import { CONVERSATION_KINDS } from "@/posts/shape";
import { DECISIONS } from "./decide";

/** What was decided about one mail to the viewer. */
export const decisionView = z.object({
  id: z.uuid(),
  reason: z.enum(DECISIONS),
  at: z.date(),
  isDigest: z.boolean(),
  title: z.string().nullable(),
  conversationId: z.string().nullable(),
  kind: z.enum(CONVERSATION_KINDS).nullable(),
});
export type DecisionView = z.output<typeof decisionView>;

export const decisionCount = z.object({ reason: z.enum(DECISIONS), count: z.number().int() });
export type DecisionCount = z.output<typeof decisionCount>;
