import { z } from "zod";
import { personCard } from "@/members/views";
import { pageOf } from "@/platform/database/page";
import { REACTION_KINDS } from "./shape";

/** One way in which people reacted: how many, whether the viewer is one of them, and the names of a few others. */
export const reactionView = z.object({
  kind: z.enum(REACTION_KINDS),
  count: z.number().int(),
  mine: z.boolean(),
  names: z.array(z.string()),
});
export type ReactionView = z.output<typeof reactionView>;

/** Somebody who reacted, and how; whoever reacted in two ways is two of them. */
export const reactorView = z.object({
  id: z.uuid(),
  person: personCard,
  kind: z.enum(REACTION_KINDS),
  at: z.date(),
});
export type ReactorView = z.output<typeof reactorView>;

/** A page of those who reacted, with what the words are called, or those above them. */
export const reactorsView = pageOf(reactorView).extend({ title: z.string() });
export type ReactorsView = z.output<typeof reactorsView>;
