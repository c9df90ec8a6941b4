import { z } from "zod";
import { declareEvent } from "@/platform/events/event";

export const keyMade = declareEvent(
  "key.made",
  "key",
  z.object({ kind: z.enum(["program", "feed"]), mayWrite: z.boolean() }),
  "A person made a key for a program, or an address for a feed reader.",
);
export const keyEnded = declareEvent("key.ended", "key", z.object({}), "A person ended one of their keys.");
