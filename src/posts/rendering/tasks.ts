import type { MarkdownIt } from "markdown-it";

const MARK = /^\[([ xX])\][ \u00a0]+/;

/**
 * `- [ ] to do` and `- [x] done`. The boxes are signs, not inputs: they say the same in a mail, an excerpt and a screen
 * reader, and nobody can tick what would not be kept.
 */
export function taskLists(markdown: MarkdownIt): void {
  markdown.core.ruler.after("inline", "task-lists", (state) => {
    state.tokens.forEach((token, n) => {
      const item = state.tokens[n - 2];
      if (token.type !== "inline" || item?.type !== "list_item_open") return;
      const [first] = token.children ?? [];
      const mark = first?.type === "text" ? MARK.exec(first.content) : null;
      if (first === undefined || mark === null) return;
      first.content = `${mark[1] === " " ? "☐" : "☑"} ${first.content.slice(mark[0].length)}`;
      item.attrSet("class", "task");
    });
  });
}
