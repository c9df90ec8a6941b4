import { z } from "zod";
import { personId } from "@/members/shape";
import { declareEvent } from "@/platform/events/event";
import { touched } from "@/platform/live/topic";

export const thanksGiven = declareEvent(
  "thanks.given",
  "thanks",
  z.object({ personId }),
  "Somebody thanked a person; others read it once that person agreed.",
  (_, { personId: who }) => [touched("person", who)],
);
export const thanksAnswered = declareEvent(
  "thanks.answered",
  "thanks",
  z.object({ shown: z.boolean() }),
  "A person let others read thanks that they got, or hid them.",
);
