import type { MarkdownIt } from "markdown-it";

const LANGUAGE = /^[\w+#.-]{1,30}/;

/** Code in a block says its language, and can be scrolled with the keyboard. */
export function fencesWithLanguage(markdown: MarkdownIt): void {
  const { escapeHtml } = markdown.utils;
  markdown.renderer.rules.fence = (tokens, at) => {
    const [token] = tokens.slice(at, at + 1);
    const language = LANGUAGE.exec(token?.info.trim() ?? "")?.[0] ?? "";
    const label = language === "" ? "" : ` data-language="${escapeHtml(language)}"`;
    return `<pre tabindex="0"${label}><code>${escapeHtml(token?.content ?? "")}</code></pre>\n`;
  };
}
