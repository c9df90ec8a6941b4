import { z } from "zod";
import { declareEvent } from "@/platform/events/event";

export const invitationSent = declareEvent(
  "invitation.sent",
  "invitation",
  z.object({ personId: z.uuid(), again: z.boolean() }),
  "A host asked somebody in, or sent the letter once more.",
);

export const invitationRevoked = declareEvent(
  "invitation.revoked",
  "invitation",
  z.object({ personId: z.uuid() }),
  "A host took an invitation back.",
);

export const gatesFell = declareEvent(
  "gates.fell",
  "gate-alarm",
  z.object({ gates: z.array(z.string()).min(1) }),
  "Core gates that held when a stage was opened failed at half their threshold, three weeks in a row.",
);

export const joinAsked = declareEvent(
  "join.asked",
  "join-request",
  z.object({ personId: z.uuid() }),
  "Somebody at the door asked to come in.",
);

export const joinTakenBack = declareEvent(
  "join.taken-back",
  "join-request",
  z.object({ personId: z.uuid() }),
  "Somebody took their request to come in back.",
);

export const overrideReviewed = declareEvent(
  "flip.looked-back",
  "flip",
  z.object({ holding: z.number().int(), of: z.number().int() }),
  "Four weeks after a flip against the gates one looked what they say by then.",
);
