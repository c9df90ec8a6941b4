import { z } from "zod";
import { personCard } from "@/members/views";
import { ADOPTION_ANSWERS } from "./shape";

/** Somebody who was asked to look after a space, and what came of it. */
export const askedView = z.object({
  person: personCard,
  askedAt: z.date(),
  state: z.enum([...ADOPTION_ANSWERS, "open", "over"]),
});
export type AskedView = z.output<typeof askedView>;
