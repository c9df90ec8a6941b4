import { z } from "zod";
import { personCard } from "@/members/views";
import { noteId } from "./shape";

/** A note as its host reads it. */
export const noteView = z.object({
  id: noteId,
  person: personCard,
  words: z.string(),
  talkedOn: z.iso.date(),
  notedAt: z.date(),
});
export type NoteView = z.output<typeof noteView>;
