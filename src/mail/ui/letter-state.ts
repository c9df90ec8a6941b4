import type { Id } from "@/platform/ids";
import { LETTER_STATES, type LetterState } from "../shape";

/** The state that an address asks for, or none. */
export function letterState(word: string | undefined): LetterState | undefined {
  return LETTER_STATES.find((state) => state === word);
}

/** What stands in the address as a key; the router says whether it is one. */
export function asLetterId(word: string): Id<"letter"> {
  return word as Id<"letter">;
}
