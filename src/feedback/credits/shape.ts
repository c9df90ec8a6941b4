import { z } from "zod";
import { personId } from "@/members/shape";
import { boxesOf, ticked, yesOrNo } from "@/platform/boxes";

/** What somebody did for an idea, in the order in which it is told. */
export const CREDIT_ROLES = ["asked", "sharpened", "tried", "helped", "built"] as const;
export type CreditRole = (typeof CREDIT_ROLES)[number];
export const creditRole = z.enum(CREDIT_ROLES);

/** How somebody wants to be told of: by name, by initial and unit, or among the others. */
export const SHOWN_AS = ["name", "initial", "no"] as const;
export type ShownAs = (typeof SHOWN_AS)[number];

export const CREDIT_WORDS_MAX = 300;
export const MEANT_MAX = 1000;
/** How many people an idea credits in one role at most. */
export const CREDITED_MAX = 40;
/** For so long the feature itself says with whom it was imagined, in days. */
export const ON_FEATURE_DAYS = 30;
/** How many names it says. */
export const NAMES_ON_FEATURE = 3;

const people = boxesOf(personId, CREDITED_MAX).refine((chosen) => chosen.length > 0, { message: "field.missing" });

export const proposeShape = z.object({
  role: creditRole,
  people,
  words: z.string().trim().max(CREDIT_WORDS_MAX).default(""),
});
export type Propose = z.output<typeof proposeShape>;

export const answerCreditShape = z.object({ shown: z.enum(SHOWN_AS), withWords: ticked });
export type AnswerCredit = z.output<typeof answerCreditShape>;

/** Whether what was shipped is what its author meant; a no says why. */
export const meantShape = z
  .object({ meant: yesOrNo, words: z.string().trim().max(MEANT_MAX).default("") })
  .refine(({ meant, words }) => meant || words !== "", { message: "field.reasonNeeded", path: ["words"] });
export type Meant = z.output<typeof meantShape>;
