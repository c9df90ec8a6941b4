import { z } from "zod";
import { declareEvent } from "@/platform/events/event";

export const webhookAdded = declareEvent(
  "webhook.added",
  "webhook",
  z.object({}),
  "An admin gave an address that is told what happens on boards.",
);
export const webhookChanged = declareEvent(
  "webhook.changed",
  "webhook",
  z.object({ what: z.enum(["edited", "secret", "paused", "resumed"]) }),
  "An admin changed an address that is told things, its secret, or whether it is told them.",
);
export const webhookRemoved = declareEvent(
  "webhook.removed",
  "webhook",
  z.object({}),
  "An admin took such an address away.",
);
export const webhookSwitchedOff = declareEvent(
  "webhook.switched-off",
  "webhook",
  z.object({ because: z.enum(["failing", "gone"]) }),
  "An address that answered nothing well for days, or said that it is gone, is told nothing any more.",
);
