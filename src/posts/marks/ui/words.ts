import type { WordKey } from "@/i18n/words";
import type { ReactionKind } from "../shape";

/** What each kind sign says. */
export const REACTION_WORDS: Readonly<Record<ReactionKind, WordKey>> = {
  thanks: "posts.reactions.kind.thanks",
  agree: "posts.reactions.kind.agree",
  insightful: "posts.reactions.kind.insightful",
  celebrate: "posts.reactions.kind.celebrate",
  curious: "posts.reactions.kind.curious",
  support: "posts.reactions.kind.support",
};
