import { z } from "zod";
import { declareEvent } from "@/platform/events/event";

export const sessionsEnded = declareEvent(
  "sessions.ended",
  "person",
  z.object({ count: z.number().int().min(1) }),
  "A person signed one or more of their devices out from another.",
);
