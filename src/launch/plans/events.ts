import { z } from "zod";
import { declareEvent } from "@/platform/events/event";
import { stageShape } from "@/stages/shape";

export const flipPlanned = declareEvent(
  "flip-plan.made",
  "flip-plan",
  z.object({ to: stageShape, dueAt: z.iso.datetime().nullable(), needsSecond: z.boolean() }),
  "An admin planned a flip for a moment, or proposed one to a second admin.",
);

export const planApproved = declareEvent(
  "flip-plan.approved",
  "flip-plan",
  z.object({ late: z.boolean() }),
  "A second admin agreed to a flip; `late` when its moment was over by then.",
);

export const planClosed = declareEvent(
  "flip-plan.closed",
  "flip-plan",
  z.object({ state: z.enum(["refused", "cancelled", "expired", "late"]) }),
  "A planned flip did not happen: it was refused, cancelled or overtaken, nobody agreed to it, or its moment went by.",
);

export const secondAdminSet = declareEvent(
  "launch.second-admin-set",
  "launch",
  z.object({ on: z.boolean() }),
  "An admin decided whether every flip needs a second admin.",
);

export const secondAdminOffAsked = declareEvent(
  "launch.second-admin-off-asked",
  "launch",
  z.object({}),
  "An admin asked that one admin be enough for a flip again; another one has to agree.",
);
