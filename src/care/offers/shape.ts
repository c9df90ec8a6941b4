import { z } from "zod";
import { idOf } from "@/platform/ids";

export const offerId = idOf<"offer">();
export const askId = idOf<"offer-ask">();

/** So many offers at a time are enough to be read, and to be kept. */
export const OFFERS_MAX = 5;
export const OFFER_WORDS_MAX = 200;
export const ASK_WORDS_MAX = 500;

/** What becomes of an ask. */
export const ASK_STATES = ["asked", "accepted", "declined", "done"] as const;
export type AskState = (typeof ASK_STATES)[number];
export const askState = z.enum(ASK_STATES);

/** What may be answered to an ask as it stands; a no and a done are the end. */
const ANSWERS: Readonly<Record<AskState, readonly AskState[]>> = {
  asked: ["accepted", "declined"],
  accepted: ["done", "declined"],
  declined: [],
  done: [],
};

/** The answers that are open to whoever made the offer. */
export function answersTo(state: AskState): readonly AskState[] {
  return ANSWERS[state];
}

const oneLine = (max: number) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/gu, " ").trim())
    .pipe(z.string().min(1).max(max));

export const offerShape = z.object({ words: oneLine(OFFER_WORDS_MAX) });
export const askShape = z.object({ words: z.string().trim().min(1).max(ASK_WORDS_MAX) });
export const answerShape = z.object({ answer: z.enum(["accepted", "declined", "done"]) });
