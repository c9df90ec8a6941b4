import { z } from "zod";
import { declareEvent } from "@/platform/events/event";

export const doorShown = declareEvent(
  "door.shown",
  "person",
  z.object({ shown: z.boolean() }),
  "A member agreed to be seen from the waiting room, or no longer does.",
);

export const doorFollowed = declareEvent(
  "door.followed",
  "person",
  z.object({ follows: z.boolean() }),
  "Somebody who waits wants to hear by mail how things go on, or no longer does.",
);

export const doorLetterWritten = declareEvent(
  "door.letter-written",
  "door-letter",
  z.object({ byMail: z.boolean() }),
  "Hosts wrote a letter to those who wait.",
);

export const doorLetterChanged = declareEvent(
  "door.letter-changed",
  "door-letter",
  z.object({ takenDown: z.boolean() }),
  "A letter to those who wait was changed or taken down.",
);
