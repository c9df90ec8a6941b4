import { z } from "zod";
import { DELIVERY_STATES, deliveryId, HOOK_ERRORS, HOOK_EVENTS, TEST_EVENT, WEBHOOK_STATES, webhookId } from "./shape";

/** An address that is told things, as a line of the list. */
export const webhookCard = z.object({
  id: webhookId,
  name: z.string(),
  url: z.string(),
  events: z.array(z.enum(HOOK_EVENTS)),
  /** The boards that it was made for, by id; null for all that are open to every member. */
  boards: z.array(z.uuid()).nullable(),
  state: z.enum(WEBHOOK_STATES),
  createdAt: z.date(),
});
export type WebhookCard = z.output<typeof webhookCard>;

/** The same with all that its page shows. */
export const webhookView = webhookCard.extend({
  /** The secret, for the minutes after it was made in which it can be copied. */
  secret: z.string().nullable(),
  secretAt: z.date(),
  /** Until when the secret before it signs as well. */
  oldSecretUntil: z.date().nullable(),
  failingSince: z.date().nullable(),
});
export type WebhookView = z.output<typeof webhookView>;

export const attemptView = z.object({
  id: z.uuid(),
  at: z.date(),
  ms: z.number().int(),
  status: z.number().int().nullable(),
  error: z.enum(HOOK_ERRORS).nullable(),
  answer: z.string(),
});
export type AttemptView = z.output<typeof attemptView>;

/** One message with the latest attempts to send it. */
export const deliveryView = z.object({
  id: deliveryId,
  type: z.enum([...HOOK_EVENTS, TEST_EVENT]),
  state: z.enum(DELIVERY_STATES),
  attempts: z.number().int(),
  createdAt: z.date(),
  nextAt: z.date().nullable(),
  body: z.string(),
  latest: z.array(attemptView),
});
export type DeliveryView = z.output<typeof deliveryView>;
