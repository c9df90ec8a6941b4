import type { MarkdownIt } from "markdown-it";

const NAMED = /^\/(?:people\/[0-9a-f-]{36}|spaces\/[a-z0-9-]{2,60})$/;

/** Marks the links that name a person or a space. */
export function namesInLinks(markdown: MarkdownIt): void {
  markdown.core.ruler.push("names", (state) => {
    for (const block of state.tokens) {
      const children = block.children ?? [];
      children.forEach((token, n) => {
        if (token.type !== "link_open" || !NAMED.test(String(token.attrGet("href") ?? ""))) return;
        if (/^[@#]/.test(children[n + 1]?.content ?? "")) token.attrSet("class", "mention");
      });
    }
  });
}
