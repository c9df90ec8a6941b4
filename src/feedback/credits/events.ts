import { z } from "zod";
import { personId } from "@/members/shape";
import { declareEvent } from "@/platform/events/event";
import { touched } from "@/platform/live/topic";
import { CREDIT_ROLES } from "./shape";

const itself = (id: string) => [touched("conversation", id)];

export const creditsProposed = declareEvent(
  "credit.proposed",
  "idea",
  z.object({ role: z.enum(CREDIT_ROLES), personIds: z.array(personId) }),
  "A host named people who shaped an idea; each is asked how they want to be told of.",
);
export const creditTakenBack = declareEvent(
  "credit.taken-back",
  "idea",
  z.object({ role: z.enum(CREDIT_ROLES), personId }),
  "A host took back that somebody shaped an idea.",
);
export const creditAnswered = declareEvent(
  "credit.answered",
  "idea",
  z.object({ role: z.enum(CREDIT_ROLES) }),
  "Somebody said how they want to be told of.",
  itself,
);
export const ideaMeantSaid = declareEvent(
  "idea.meant-said",
  "idea",
  z.object({ meant: z.boolean() }),
  "An author said whether what was shipped is what they meant; a no reopens it.",
  itself,
);
