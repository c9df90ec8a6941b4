import { z } from "zod";
import { declareEvent } from "@/platform/events/event";

export const announcementWritten = declareEvent(
  "stage.announcement-written",
  "stage",
  z.object({ empty: z.boolean() }),
  "An admin wrote, changed or took away what is said when a stage opens.",
);
