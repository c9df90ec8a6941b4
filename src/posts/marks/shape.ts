import { z } from "zod";

/** The ways to react: each says something kind by itself, and none of them counts as taking part. */
export const REACTION_KINDS = ["thanks", "agree", "insightful", "celebrate", "curious", "support"] as const;
export type ReactionKind = (typeof REACTION_KINDS)[number];

/** How many people reacted in each way; a way that nobody chose is left out. */
export type ReactionCounts = Partial<Record<ReactionKind, number>>;

/** How many of those who reacted in one way are named beside the count. */
export const REACTION_NAMES_MAX = 5;

const kind = z.enum(REACTION_KINDS);

/** Says which reaction to add or to take back, so that pressing twice does not undo. */
export const reactShape = z
  .object({ add: kind.optional(), remove: kind.optional() })
  .refine((wish) => (wish.add === undefined) !== (wish.remove === undefined), { path: ["add"], error: "field.choice" });
export type ReactionWish = z.output<typeof reactShape>;
