import { z } from "zod";
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
