import { z } from "zod";
import { personId } from "@/members/shape";
import { stageShape } from "@/stages/shape";
import { PLAN_STATES, planId } from "./shape";

/** A flip that is not taken yet: who wants it, why and when, and what the viewer may do about it. */
export const planView = z.object({
  id: planId,
  to: stageShape,
  /** The version of the stage that it was decided on. */
  version: z.number().int(),
  state: z.enum(PLAN_STATES),
  at: z.date(),
  dueAt: z.date().nullable(),
  timeZone: z.string(),
  reason: z.string(),
  override: z.string(),
  by: z.object({ id: personId, name: z.string() }).nullable(),
  approvedBy: z.string().nullable(),
  /** Until when a second admin may agree. */
  expiresAt: z.date(),
  may: z.object({ approve: z.boolean(), cancel: z.boolean(), start: z.boolean() }),
});
export type PlanView = z.output<typeof planView>;

/** Somebody asked that one admin be enough again: who, until when another may agree, and what the viewer may do. */
export const secondOffView = z.object({
  by: z.object({ id: personId, name: z.string() }),
  at: z.date(),
  expiresAt: z.date(),
  may: z.object({ agree: z.boolean(), keep: z.boolean() }),
});
export type SecondOffView = z.output<typeof secondOffView>;
