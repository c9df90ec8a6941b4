import { z } from "zod";

/** How one would feel if the place were gone tomorrow (Sean Ellis's question). */
export const ANSWERS = ["very", "somewhat", "not"] as const;
export type Answer = (typeof ANSWERS)[number];

/** A round stays open this long, and nobody is asked again before so many days. */
export const ROUND_DAYS = 14;
export const ASKED_AGAIN_DAYS = 60;
/** One person is asked no more than once in so many days. */
export const PERSON_AGAIN_DAYS = 90;
/** Up to here everybody is asked; beyond, so many are drawn. */
export const DRAWN = 60;

export const answerShape = z.object({ answer: z.enum(ANSWERS) });
