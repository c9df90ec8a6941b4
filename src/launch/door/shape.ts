import { z } from "zod";

export const DOOR_WORDS_MAX = 200;

/** The one sentence that a member says to those at the door. */
export const doorWordsShape = z.object({ words: z.string().trim().min(1).max(DOOR_WORDS_MAX) });
