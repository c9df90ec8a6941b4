import { z } from "zod";
import { declareEvent } from "@/platform/events/event";
import { touched } from "@/platform/live/topic";
import { conversationId } from "@/posts/shape";

const where = z.object({ conversationId });
const itsTalk = (_id: string, { conversationId: talk }: { conversationId: string }) => [touched("conversation", talk)];

export const wordsHidden = declareEvent(
  "words.hidden",
  "words",
  where,
  "A host hid words while they are looked at.",
  itsTalk,
);
export const wordsTaken = declareEvent(
  "words.removed",
  "words",
  where,
  "A host removed words, with a reason.",
  itsTalk,
);
export const wordsRestored = declareEvent("words.restored", "words", where, "A host brought words back.", itsTalk);
export const wordsLeft = declareEvent("words.left", "words", where, "A host looked at reported words and left them.");
export const authorWarned = declareEvent(
  "words.warned",
  "words",
  where,
  "A host had a private word with whoever wrote something.",
);
