import { z } from "zod";
import { ANNOUNCEMENT_MAX } from "@/stages/announced/shape";
import { stageShape } from "@/stages/shape";

const words = z.string().trim().max(ANNOUNCEMENT_MAX).default("");

/** Markdown in both languages; none at all takes the announcement away. */
export const announcementShape = z.object({ stage: stageShape, english: words, french: words });
export type AnnouncementInput = z.output<typeof announcementShape>;
