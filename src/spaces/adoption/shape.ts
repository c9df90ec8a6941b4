import { z } from "zod";
import { idOf } from "@/platform/ids";

export const adoptionId = idOf<"adoption">();

export const ADOPTION_WORDS_MAX = 500;
/** An offer that nobody answers ends after so many days. */
export const ADOPTION_DAYS = 14;
/** Whoever said no, or nothing, is not asked about the same space again for so many days. */
export const ADOPTION_REST_DAYS = 120;

export const ADOPTION_ANSWERS = ["accepted", "declined"] as const;
export type AdoptionAnswer = (typeof ADOPTION_ANSWERS)[number];

export const adoptionWords = z.string().trim().min(1).max(ADOPTION_WORDS_MAX);
