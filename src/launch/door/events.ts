import { z } from "zod";
import { declareEvent } from "@/platform/events/event";

export const doorShown = declareEvent(
  "door.shown",
  "person",
  z.object({ shown: z.boolean() }),
  "A member agreed to be seen from the waiting room, or no longer does.",
);
