import type { LiveWords } from "./live-words";

/** Who else has a conversation open. */
export type People = { readonly names: readonly string[]; readonly more: number };

/** Who else has this open, in a sentence; nothing when nobody has. */
export function whoIsHere({ names, more }: People, words: LiveWords["here"]): string {
  const [first, second] = names;
  if (first === undefined) return "";
  if (second === undefined) return words.one.replace("#1", first);
  const form = more === 0 ? words.two : more === 1 ? words.moreOne : words.more;
  return form.replace("#1", first).replace("#2", second).replace("#3", String(more));
}
