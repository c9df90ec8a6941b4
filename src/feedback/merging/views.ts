import { z } from "zod";
import { personName } from "@/members/views";
import { conversationId } from "@/posts/shape";
import { ideaStatus } from "../shape";

/** Where a double went. `into` is null when that was removed since. */
export const joinedView = z.object({
  merge: z.uuid(),
  at: z.date(),
  by: personName,
  note: z.string(),
  into: z.object({ id: conversationId, title: z.string() }).nullable(),
});
export type JoinedView = z.output<typeof joinedView>;

/** One of the doubles of an idea. */
export const doubleView = z.object({
  id: conversationId,
  merge: z.uuid(),
  at: z.date(),
  votes: z.number().int(),
  title: z.string(),
});
export type DoubleView = z.output<typeof doubleView>;

/** An idea that another one may be a double of. */
export const candidateView = z.object({
  id: conversationId,
  title: z.string(),
  excerpt: z.string(),
  status: ideaStatus,
  voteCount: z.number().int(),
});
export type CandidateView = z.output<typeof candidateView>;

/** What joining two ideas would mean: `voters` want either, `both` of them want both. */
export const mergePlanView = z.object({
  into: candidateView,
  basis: z.string(),
  voters: z.number().int(),
  both: z.number().int(),
});
export type MergePlanView = z.output<typeof mergePlanView>;
