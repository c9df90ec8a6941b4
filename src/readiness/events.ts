import { z } from "zod";
import { declareEvent } from "@/platform/events/event";
import { ENTRY_KINDS } from "./calendar/shape";

export const calendarEntered = declareEvent(
  "calendar.entered",
  "calendar-entry",
  z.object({ kind: z.enum(ENTRY_KINDS) }),
  "An admin entered leave, an event or a fact that the launch depends on.",
);

export const calendarRemoved = declareEvent(
  "calendar.removed",
  "calendar-entry",
  z.object({ kind: z.enum(ENTRY_KINDS) }),
  "An admin took a line out of the calendar.",
);

export const missedOpened = declareEvent(
  "missed.opened",
  "missed-round",
  z.object({ asked: z.number().int().positive() }),
  "Members are asked whether they would miss the place.",
);
