import { z } from "zod";
import { declareEvent } from "@/platform/events/event";

/** The words stand in the note alone: no event carries them. */
export const hostNoteTold = declareEvent(
  "host-note.told",
  "host-note",
  z.object({}),
  "Somebody told the hosts something.",
);
export const hostNoteAnswered = declareEvent(
  "host-note.answered",
  "host-note",
  z.object({}),
  "A host answered a note, or made an idea of it; whoever wrote it hears of it.",
);
export const hostNoteClosed = declareEvent("host-note.closed", "host-note", z.object({}), "A host closed a note.");
