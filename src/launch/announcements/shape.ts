import { z } from "zod";
import { DAY } from "@/platform/durations";
import { stageShape } from "@/stages/shape";

export const ANNOUNCEMENT_MAX = 4000;

/** How long a stage's announcement stands in the waiting room and on home. */
export const ANNOUNCED_MS = 7 * DAY;

const words = z.string().trim().max(ANNOUNCEMENT_MAX).default("");

/** Markdown in both languages; none at all takes the announcement away. */
export const announcementShape = z.object({ stage: stageShape, english: words, french: words });
export type AnnouncementInput = z.output<typeof announcementShape>;
