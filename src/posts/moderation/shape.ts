import { z } from "zod";
import { idOf } from "@/platform/ids";

/** What is reported and judged: the id of a comment, or of a conversation for what opened it. */
export const thingId = idOf<"thing">();
export type ThingId = z.infer<typeof thingId>;

/** Why somebody reports words. Harassment is told apart: while such a report is open, the launch waits. */
export const REPORT_REASONS = ["harassment", "offensive", "private", "advertising", "misplaced", "other"] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

/** What hosts did, in the order in which it weighs. */
export const MODERATION_VERBS = ["hide", "remove", "restore", "dismiss", "warn", "suspend"] as const;
export type ModerationVerb = (typeof MODERATION_VERBS)[number];

/** What words are while hosts have them: looked at, or taken away for good (which a host can still undo). */
export const TAKEN = ["hidden", "removed"] as const;
export type Taken = (typeof TAKEN)[number];

export const REPORT_WORDS_MAX = 1000;
export const REASON_MAX = 1000;
/** The index counts up to here; what is above is "99+". */
export const CASES_MAX = 100;

export const reportShape = z.object({
  reason: z.enum(REPORT_REASONS),
  words: z.string().trim().max(REPORT_WORDS_MAX).default(""),
});
export type ReportInput = z.output<typeof reportShape>;

/** Whatever hosts do to somebody's words or to them, they say why. */
export const reasonShape = z.object({ reason: z.string().trim().min(1).max(REASON_MAX) });

/** A host closes the place to somebody for a week at most; admins may for longer. */
export const HOST_DAYS_MAX = 7;
export const SUSPEND_DAYS_MAX = 365;
export const suspendShape = reasonShape.extend({ days: z.coerce.number().int().min(1).max(SUSPEND_DAYS_MAX) });
