import { z } from "zod";
import { address, personId } from "@/members/shape";
import { idOf } from "@/platform/ids";

export const adviceId = idOf<"advice">();

/**
 * What came of asking somebody: they were told, since they read the post; a host invited them; or they wait for a host
 * to do so, who may also say no.
 */
export const ADVICE_STATES = ["told", "invited", "requested", "declined"] as const;
export type AdviceState = (typeof ADVICE_STATES)[number];

export const ADVICE_WORDS_MAX = 500;

/** A person who is known, or an address; and a line that says why their advice is wanted. */
export const askAdviceShape = z.object({
  person: personId.optional(),
  address: address.optional(),
  words: z.string().trim().min(1).max(ADVICE_WORDS_MAX),
  /** A host may let the invitation name the post; never one of a private space. */
  title: z.literal("yes").optional(),
});
export type AskAdviceInput = z.output<typeof askAdviceShape>;

export const answerAdviceShape = z.object({ invite: z.enum(["yes", "no"]), title: z.literal("yes").optional() });
