import { z } from "zod";
import { stageShape } from "@/stages/shape";
import { SPACE_ROLES, slug, spaceId, VISIBILITIES } from "./shape";

export const spaceView = z.object({
  id: spaceId,
  slug,
  name: z.string(),
  purpose: z.string(),
  visibility: z.enum(VISIBILITIES),
  opensAt: stageShape,
  archivedAt: z.date().nullable(),
  memberCount: z.number().int(),
  postCount: z.number().int(),
  lastPostAt: z.date().nullable(),
  /** The viewer's own place, if any. */
  place: z.enum(SPACE_ROLES).nullable(),
  may: z.object({ read: z.boolean(), write: z.boolean(), join: z.boolean(), leave: z.boolean(), run: z.boolean() }),
});
export type SpaceView = z.output<typeof spaceView>;
