import { z } from "zod";
import { declareEvent } from "@/platform/events/event";
import { touched } from "@/platform/live/topic";

export const sessionsEnded = declareEvent(
  "sessions.ended",
  "person",
  z.object({ count: z.number().int().min(1) }),
  "A person signed one or more of their devices out from another.",
  (personId) => [touched("person", personId)],
);
