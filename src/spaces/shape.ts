import { z } from "zod";
import { fileId } from "@/members/files/shape";
import { idOf } from "@/platform/ids";
import { stageShape } from "@/stages/shape";

export const spaceId = idOf<"space">();
export type SpaceId = z.infer<typeof spaceId>;

export const SLUG_MAX = 60;
/** The last part of a space's address: lower-case letters, digits and single hyphens. */
export const slug = z
  .string()
  .trim()
  .toLowerCase()
  .min(2)
  .max(SLUG_MAX)
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

/** A group by its kind and name, as a form sends it in one value: `department:R&D`. */
export const groupName = z.object({ kind: z.enum(GROUP_KINDS), name: z.string().min(1).max(120) });
export type GroupName = z.infer<typeof groupName>;
export const groupWord = z
  .string()
  .regex(/^(group|department|site):/)
  .transform((word) => {
    const at = word.indexOf(":");
    return { kind: word.slice(0, at), name: word.slice(at + 1) };
  })
  .pipe(groupName);

/** After a no, one waits so many days before asking again. */
export const ASK_AGAIN_DAYS = 7;
export const requestWords = z.string().trim().max(REQUEST_WORDS_MAX);
export const requestId = idOf<"space-request">();
export type RequestId = z.infer<typeof requestId>;

export const guidelines = z.string().trim().max(GUIDELINES_MAX);
export const spaceName = z.string().trim().min(1).max(80);
export const purpose = z.string().trim().max(280);

export const newSpaceShape = z.object({
  slug,
  name: spaceName,
  purpose,
  guidelines: guidelines.optional(),
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
