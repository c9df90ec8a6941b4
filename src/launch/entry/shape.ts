import { z } from "zod";
import { AUDIENCE_MAX, audienceShape } from "@/stages/shape";

/** As it is typed: one name a line. Far longer than what is kept, so that the names are what is refused. */
const lines = z
  .string()
  .max(AUDIENCE_MAX * 200)
  .default("")
  .transform((text) => [
    ...new Set(
      text
        .split(/\r\n|\r|\n/)
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    ),
  ]);

const { departments, sites, groups } = audienceShape.shape;

export const setAudienceShape = z.object({
  /** The version of the launch that the admin looked at. */
  version: z.coerce.number().int().min(1),
  departments: lines.pipe(departments),
  sites: lines.pipe(sites),
  groups: lines.pipe(groups),
});
export type SetAudienceInput = z.output<typeof setAudienceShape>;
