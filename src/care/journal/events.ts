import { z } from "zod";
import { declareEvent } from "@/platform/events/event";

export const talkNoted = declareEvent(
  "journal.noted",
  "person",
  z.object({ noteId: z.uuid() }),
  "A host noted that they talked with somebody; the words are theirs alone.",
);
export const talkUnnoted = declareEvent(
  "journal.removed",
  "person",
  z.object({ noteId: z.uuid() }),
  "A host took a note of a talk out of their journal.",
);
