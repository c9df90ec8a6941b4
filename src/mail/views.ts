import { z } from "zod";
import { LETTER_STATES, letterId } from "./shape";

export const letterCard = z.object({
  id: letterId,
  to: z.string(),
  toName: z.string(),
  kind: z.string(),
  /** Whether it carries what people wrote, which is shown to nobody else. */
  private: z.boolean(),
  subject: z.string(),
  state: z.enum(LETTER_STATES),
  attempts: z.number().int(),
  problem: z.string(),
  createdAt: z.date(),
  sentAt: z.date().nullable(),
});
export type LetterCard = z.output<typeof letterCard>;

export const letterView = letterCard.extend({ bodyText: z.string(), may: z.object({ resend: z.boolean() }) });
export type LetterView = z.output<typeof letterView>;
