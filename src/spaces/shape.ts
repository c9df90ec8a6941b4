import { z } from "zod";
import { fileId } from "@/members/files/shape";
import { idOf } from "@/platform/ids";
import { stageShape } from "@/stages/shape";

export const spaceId = idOf<"space">();
export type SpaceId = z.infer<typeof spaceId>;

/** The last part of a space's address: lower-case letters, digits and single hyphens. */
export const slug = z
  .string()
  .trim()
  .toLowerCase()
  .min(2)
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

export const VISIBILITIES = ["open", "request", "private"] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export const SPACE_ROLES = ["member", "owner"] as const;
export type SpaceRole = (typeof SPACE_ROLES)[number];

/** What a space can belong to, so that its people are in: a group of SSO or the directory, a department, a site. */
export const GROUP_KINDS = ["group", "department", "site"] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

/** How much of a space a person hears of, from all to nothing. */
export const FOLLOW_LEVELS = ["everything", "threads", "mentions", "nothing"] as const;
export type FollowLevel = (typeof FOLLOW_LEVELS)[number];

/** What became of somebody's wish to join. */
export const REQUEST_ANSWERS = ["accepted", "declined", "taken-back"] as const;
export type RequestAnswer = (typeof REQUEST_ANSWERS)[number];

export const GUIDELINES_MAX = 4000;
export const REQUEST_WORDS_MAX = 500;

export const spaceName = z.string().trim().min(1).max(80);
export const purpose = z.string().trim().max(280);

export const newSpaceShape = z.object({
  slug,
  name: spaceName,
  purpose,
  visibility: z.enum(VISIBILITIES),
  opensAt: stageShape,
});
export type NewSpace = z.infer<typeof newSpaceShape>;

export const COVER_ALT_MAX = 300;
/** A cover comes with what it shows; without a new file, only that changes. */
export const coverShape = z.object({
  cover: z
    .union([z.string(), z.array(z.string())])
    .transform((given) => [given].flat().at(-1) ?? "")
    .pipe(fileId)
    .optional(),
  alt: z.string().trim().min(1).max(COVER_ALT_MAX),
});
