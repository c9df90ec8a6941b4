import type { MarkdownIt } from "markdown-it";
import { emojiLines } from "../emoji/lines";

const byName = new Map(emojiLines().flatMap(({ emoji, names }) => names.map((name) => [name, emoji] as const)));
const NAME = /(?<![\p{L}\p{N}:/])(?::([\p{L}\p{N}_+-]{1,60}):)(?![\p{L}\p{N}:])/gu;

/** `:tada:` and `:cotillons:` become 🎉, wherever they are words and not code. */
export function emojiNames(markdown: MarkdownIt): void {
  markdown.core.ruler.push("emoji-names", (state) => {
    for (const block of state.tokens) {
      for (const token of block.children ?? []) {
        if (token.type === "text")
          token.content = token.content.replace(NAME, (all, name: string) => byName.get(name.toLowerCase()) ?? all);
      }
    }
  });
}
