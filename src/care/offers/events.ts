import { z } from "zod";
import { personId } from "@/members/shape";
import { declareEvent } from "@/platform/events/event";
import { touched } from "@/platform/live/topic";
import { askState, offerId } from "./shape";

export const offerMade = declareEvent("offer.made", "offer", z.object({}), "A person offered help with something.");
export const offerChanged = declareEvent(
  "offer.changed",
  "offer",
  z.object({ to: z.enum(["open", "closed", "removed"]) }),
  "An offer of help was closed, opened again, or taken back.",
);
export const offerAsked = declareEvent(
  "offer.asked",
  "offer-ask",
  z.object({ offerId, personId }),
  "Somebody asked for help that a person had offered; it stays between the two.",
  (_, { personId: who }) => [touched("person", who)],
);
export const offerAnswered = declareEvent(
  "offer.answered",
  "offer-ask",
  z.object({ offerId, askerId: personId, answer: askState }),
  "Whoever offered help answered somebody who had asked for it.",
  (_, { askerId }) => [touched("person", askerId)],
);
