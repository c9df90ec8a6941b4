import { z } from "zod";
import { featureKey } from "@/stages/features/shape";

/** How many people who asked have to say that they would try it, while nobody says otherwise. */
export const NEEDED = 6;
export const NEEDED_MAX = 100;
export const REASON_MAX = 500;
export const ANSWER_MAX = 1000;

/** After so many uses somebody is asked whether it solves what they needed. */
export const USES_ASKED = 3;
/** A use is forgotten after so many months, whether or not it came to an answer. */
export const USE_MONTHS = 13;
/** Fewer answers than this are not told by kind: one could guess whose they are. */
export const ANSWERS_TOLD_FROM = 5;

/** Where a preview stands: asked for, tried, there for all, or thrown away. */
export const PREVIEW_STATES = ["asked", "running", "shipped", "withdrawn"] as const;
export type PreviewState = (typeof PREVIEW_STATES)[number];

/** What can become of a preview; each is kept with who and why. */
export const STEP_KINDS = ["tied", "started", "widened", "shipped", "withdrawn"] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** Whom a preview is for, from the fewest to everybody. Volunteers always have it. */
export const PREVIEW_AUDIENCES = ["volunteers", "department", "site", "group", "voters", "everybody"] as const;
export type PreviewAudience = (typeof PREVIEW_AUDIENCES)[number];
/** Those that are named. */
export const NAMED_AUDIENCES: readonly PreviewAudience[] = ["department", "site", "group"];

const name = z.string().trim().max(80).default("");
const note = z.string().trim().max(REASON_MAX);

function isNamed({ audience, name: given }: { audience: PreviewAudience; name: string }): boolean {
  return !NAMED_AUDIENCES.includes(audience) || given !== "";
}
const NAMELESS = { message: "field.empty", path: ["name"] };

/** The feature that an idea is a preview of; an empty field ties none. */
export const tiedFeature = z.union([z.literal(""), featureKey]).default("");
export const startShape = z
  .object({
    audience: z.enum(["volunteers", "department", "site", "group"]).default("volunteers"),
    name,
    note: note.default(""),
  })
  .refine(isNamed, NAMELESS);
export type Start = z.output<typeof startShape>;
/** A step further, which tells its reason. */
export const widenShape = z
  .object({ audience: z.enum(["department", "site", "group", "voters", "everybody"]), name, note: note.min(1) })
  .refine(isNamed, NAMELESS);
export type Widen = z.output<typeof widenShape>;
export const withdrawShape = z.object({ note: note.min(1) });

export const SOLVED = ["yes", "partly", "no"] as const;
export type Solved = (typeof SOLVED)[number];
export const neededShape = z.object({ needed: z.coerce.number().int().min(1).max(NEEDED_MAX) });
