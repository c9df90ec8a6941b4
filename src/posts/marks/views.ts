import { z } from "zod";
import { REACTION_KINDS } from "./shape";

/** One way in which people reacted: how many, whether the viewer is one of them, and the names of a few others. */
export const reactionView = z.object({
  kind: z.enum(REACTION_KINDS),
  count: z.number().int(),
  mine: z.boolean(),
  names: z.array(z.string()),
});
export type ReactionView = z.output<typeof reactionView>;
