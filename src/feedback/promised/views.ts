import { z } from "zod";
import { personCard } from "@/members/views";
import { conversationId } from "@/posts/shape";
import { PROMISE_STATES } from "../shape";

/** A promised day: who gave it, in which words, and what came of it. */
export const promiseView = z.object({
  id: z.uuid(),
  idea: z.object({ id: conversationId, title: z.string() }),
  state: z.enum(PROMISE_STATES),
  promisedFor: z.iso.date(),
  note: z.string(),
  by: personCard,
  at: z.date(),
  /** How it ended: when, and in which words; null while it stands. `late` when a kept one came after its day. */
  end: z.object({ at: z.date(), note: z.string(), late: z.boolean() }).nullable(),
});
export type PromiseView = z.output<typeof promiseView>;
