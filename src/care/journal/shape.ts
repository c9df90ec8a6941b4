import { z } from "zod";
import { idOf } from "@/platform/ids";

export const noteId = idOf<"journal-note">();

export const NOTE_WORDS_MAX = 2000;

/** A note of a talk: the words may be none, since that it was had is what counts; the day is today where none is said. */
export const noteShape = z.object({
  words: z.string().trim().max(NOTE_WORDS_MAX).default(""),
  on: z.union([z.literal("").transform(() => null), z.iso.date()]).default(null),
});
export type NoteInput = z.output<typeof noteShape>;
