import type { MarkdownIt } from "markdown-it";

/** A page has its title, and a section its own: what people write begins one level below both. */
const FIRST = 3;
const LAST = 6;

/**
 * Headings keep their order among each other and begin at the third level, and none leaves out a level: whatever
 * somebody writes, the outline of the page around it stays whole.
 */
export function headingsBelow(markdown: MarkdownIt): void {
  markdown.core.ruler.push("headings-below", (state) => {
    const open: number[] = [];
    for (const token of state.tokens) {
      if (token.type === "heading_open") {
        const level = Number(token.tag.slice(1));
        while ((open.at(-1) ?? 0) >= level) open.pop();
        open.push(level);
      }
      if (token.type === "heading_open" || token.type === "heading_close")
        token.tag = `h${Math.min(FIRST + open.length - 1, LAST)}`;
    }
  });
}
