import names from "./names.json";

/** An emoji: its names, as they stand between colons, and more words by which it is found. */
export type EmojiLine = { readonly emoji: string; readonly names: readonly string[]; readonly words: string };

/** Every emoji, as scripts/emoji.mjs wrote them down. */
export function emojiLines(): EmojiLine[] {
  return names.lines.split("\n").map((line) => {
    const [emoji = "", short = "", words = ""] = line.split("\t");
    return { emoji, names: short.split(" "), words };
  });
}
