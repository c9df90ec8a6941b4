import { z } from "zod";
import { personCard } from "@/members/views";
import { conversationId } from "@/posts/shape";
import { adviceId } from "./shape";

/** Somebody whom a member would have at a post, as a host reads it. */
export const adviceRequest = z.object({
  id: adviceId,
  /** A person who is known, or else the address. */
  person: personCard.nullable(),
  address: z.string().nullable(),
  by: personCard,
  words: z.string(),
  askedAt: z.date(),
  /** Null when the post stands where the host does not read. */
  post: z.object({ id: conversationId, title: z.string(), mayName: z.boolean() }).nullable(),
});
export type AdviceRequest = z.output<typeof adviceRequest>;
