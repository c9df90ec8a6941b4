import { z } from "zod";
import type { StageKey } from "@/platform/access/viewer";

/** The ladder, from the first talk to everybody. The order of this list is the order of the stages. */
export const STAGES = ["groundwork", "founding", "early", "pilot", "general"] as const satisfies readonly StageKey[];
export type Stage = (typeof STAGES)[number];
export const stageShape = z.enum(STAGES);

/** The place of a stage on the ladder, 0 for groundwork. */
export function rung(stage: Stage): number {
  return STAGES.indexOf(stage);
}

/** True when `stage` is `least` or later. */
export function reached(stage: Stage, least: Stage): boolean {
  return rung(stage) >= rung(least);
}

/** The stage after this one, or null at the top. */
export function stageAfter(stage: Stage): Stage | null {
  return STAGES[rung(stage) + 1] ?? null;
}

export const ADMISSION_KINDS = ["host-invitation", "member-invitation", "wave", "kept"] as const;
export type AdmissionKind = (typeof ADMISSION_KINDS)[number];

/** So many departments, sites or groups at most. */
export const AUDIENCE_MAX = 50;

const names = z.array(z.string().trim().min(1).max(80)).max(AUDIENCE_MAX);

/** Whom the stage lets in beside invitations: whole departments, sites or SSO groups. */
export const audienceShape = z.object({ departments: names, sites: names, groups: names });
export type Audience = z.infer<typeof audienceShape>;

export const NO_AUDIENCE: Audience = { departments: [], sites: [], groups: [] };
