import { z } from "zod";
import { boardId, CHOICES_MAX } from "@/feedback/shape";
import { boxesOf } from "@/platform/boxes";
import { HOUR, MINUTE, SECOND } from "@/platform/durations";
import { idOf } from "@/platform/ids";

export const webhookId = idOf<"webhook">();
export type WebhookId = z.infer<typeof webhookId>;
export const deliveryId = idOf<"webhook-delivery">();
export type DeliveryId = z.infer<typeof deliveryId>;

/** What an endpoint can be told of. Votes are told as a number: whose they are is never sent. */
export const HOOK_EVENTS = ["idea.suggested", "idea.moved", "idea.shipped", "idea.commented", "idea.votes"] as const;
export type HookEvent = (typeof HOOK_EVENTS)[number];
/** What an admin sends to see whether it arrives. */
export const TEST_EVENT = "webhook.test";

/** A web address without a name and a password in it; whether it may be reached is asked when it is. */
const url = z
  .string()
  .trim()
  .max(500)
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), { message: "field.url" })
  .refine((text) => !URL.canParse(text) || new URL(text).username + new URL(text).password === "", {
    message: "field.url",
  });

export const webhookShape = z.object({
  name: z.string().trim().min(1).max(80),
  url,
  events: boxesOf(z.enum(HOOK_EVENTS), HOOK_EVENTS.length)
    .default([])
    .refine((chosen) => chosen.length > 0, { message: "field.missing" }),
  /** The boards that it is told of; none chosen means all that are open to every member, those to come included. */
  boards: boxesOf(boardId, CHOICES_MAX).default([]),
});
export type NewWebhook = z.output<typeof webhookShape>;

/**
 * How long to wait after each attempt that failed, as Standard Webhooks advises: three days, so that an endpoint may be
 * down over a weekend.
 */
export const RETRY_AFTER_MS: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];
/** An endpoint that answered nothing well for so many days is switched off. */
export const OFF_AFTER_DAYS = 5;
/** How long the old secret still signs beside the new one. */
export const OLD_SECRET_MS = 24 * HOUR;
/** How long the log is kept, in days. */
export const LOG_DAYS = 30;
/** How much of an answer is kept. */
export const ANSWER_KEPT = 500;

/** Why nothing was answered. */
export const HOOK_ERRORS = ["refused-address", "timeout", "unreachable", "secret"] as const;
export type HookError = (typeof HOOK_ERRORS)[number];

export const DELIVERY_STATES = ["waiting", "delivered", "failed"] as const;
export const WEBHOOK_STATES = ["on", "failing", "paused", "off"] as const;
