import { diffWordsWithSpace } from "diff";

/** A stretch of words that stayed, came or went. */
export type Difference = { readonly kind: "same" | "added" | "removed"; readonly text: string };

/** Two texts that have more in their way than this are told as one replaced by the other. */
const EDITS_MAX = 4_000;
const TIME_MAX_MS = 100;

/** What changed from one text to the next, word by word. */
export function differences(before: string, after: string): Difference[] {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: EDITS_MAX, timeout: TIME_MAX_MS });
  if (parts === undefined) return whole(before, after);
  return parts.map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value,
  }));
}

function whole(before: string, after: string): Difference[] {
  const all: Difference[] = [
    { kind: "removed", text: before },
    { kind: "added", text: after },
  ];
  return all.filter((one) => one.text !== "");
}
