import { z } from "zod";
import { timeZone } from "@/members/shape";
import { dayShape } from "@/platform/day";
import { DAY, HOUR } from "@/platform/durations";
import { idOf } from "@/platform/ids";
import { flipShape } from "../shape";

export const planId = idOf<"flip-plan">();
export type PlanId = z.infer<typeof planId>;

/** How long a second admin may take. */
export const PROPOSAL_MS = 7 * DAY;
/** How far ahead a flip may be planned. */
export const PLAN_AHEAD_MS = 90 * DAY;
/** A plan whose moment went by longer ago than this, as after a standstill, asks before it is carried out. */
export const PLAN_LATE_MS = HOUR;

/**
 * The way of a plan: it may wait for a second admin first (`proposed`), then for its moment (`planned`); one that is
 * agreed on, or found, after its moment asks what to do (`late`). The others are its ends.
 */
export const PLAN_STATES = ["proposed", "planned", "late", "done", "refused", "cancelled", "expired"] as const;
export type PlanState = (typeof PLAN_STATES)[number];
export const OPEN_STATES = ["proposed", "planned", "late"] as const satisfies readonly PlanState[];

/** A flip for a moment, or (without a day) for when a second admin agrees. */
export const planShape = flipShape.extend({
  day: z.union([z.literal(""), dayShape]).default(""),
  time: z.union([z.literal(""), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)]).default(""),
  zone: timeZone.default("UTC"),
  /** Which of two, when the clocks show the time twice that day. */
  twice: z.enum(["earlier", "later"]).default("earlier"),
});
export type PlanInput = z.output<typeof planShape>;
