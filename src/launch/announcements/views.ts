import { z } from "zod";
import { stageShape } from "@/stages/shape";

/** A stage's announcement as it was written and as it looks; empty where there is none. */
export const announcementView = z.object({
  stage: stageShape,
  english: z.string(),
  french: z.string(),
  englishHtml: z.string(),
  frenchHtml: z.string(),
  by: z.string().nullable(),
  at: z.date().nullable(),
});
export type AnnouncementView = z.output<typeof announcementView>;
