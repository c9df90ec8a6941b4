import { DAY } from "@/platform/durations";

export const ANNOUNCEMENT_MAX = 4000;

/** How long a stage's announcement stands in the waiting room and on home. */
export const ANNOUNCED_MS = 7 * DAY;
