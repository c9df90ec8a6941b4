import { z } from "zod";
import { personId } from "@/members/shape";
import { declareEvent } from "@/platform/events/event";
import { conversationId } from "@/posts/shape";

export const adviceAsked = declareEvent(
  "advice.asked",
  "advice",
  z.object({ conversationId, personId }),
  "Somebody's advice is wanted on a post that they read.",
);
export const adviceRequested = declareEvent(
  "advice.requested",
  "advice",
  z.object({ conversationId }),
  "A member would have somebody at a post who is not inside yet.",
);
export const adviceAnswered = declareEvent(
  "advice.answered",
  "advice",
  z.object({ invited: z.boolean() }),
  "A host invited whom a member wanted at a post, or said no.",
);
