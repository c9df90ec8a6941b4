import { z } from "zod";
import { localeShape } from "@/members/shape";
import { ticked } from "@/platform/boxes";
import { idOf } from "@/platform/ids";

export const doorLetterId = idOf<"door-letter">();

export const DOOR_WORDS_MAX = 200;
export const DOOR_TITLE_MAX = 120;
export const LETTER_MAX = 8000;

/** The one sentence that a member says to those at the door, and whether their photo stands beside it. */
export const doorWordsShape = z.object({ words: z.string().trim().min(1).max(DOOR_WORDS_MAX), withPhoto: ticked });
export type DoorWordsInput = z.output<typeof doorWordsShape>;

/** A letter to those who wait, in Markdown. */
export const doorLetterShape = z.object({
  title: z.string().trim().min(1).max(DOOR_TITLE_MAX),
  body: z.string().trim().min(1).max(LETTER_MAX),
  language: localeShape,
});
export type DoorLetterInput = z.output<typeof doorLetterShape>;

/** A new one may go by mail as well; a change never does. */
export const newDoorLetterShape = doorLetterShape.extend({ byMail: ticked });
