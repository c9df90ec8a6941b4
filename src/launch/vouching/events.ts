import { z } from "zod";
import { declareEvent } from "@/platform/events/event";

export const invitationsNumbered = declareEvent(
  "launch.invitations-numbered",
  "launch",
  z.object({ number: z.number().int() }),
  "An admin said how many people each member may invite.",
);
