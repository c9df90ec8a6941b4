import { z } from "zod";
import { declareEvent } from "@/platform/events/event";

export const letterResent = declareEvent(
  "letter.resent",
  "letter",
  z.object({}),
  "An admin sent a letter again that had failed or was kept.",
);
