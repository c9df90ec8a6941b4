import MarkdownIt from "markdown-it";
import sanitize from "sanitize-html";

/** What a list shows of a text, in characters. */
const EXCERPT_MAX = 280;
/** A quotation longer than this many characters is folded away: in mail it repeats what stands above. */
const FOLD_OVER = 400;

const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false, breaks: true, maxNesting: 40 });

/** Stands where the view puts the reader's word for "quoted text". */
export const FOLD_WORD = '<summary class="fold"></summary>';

const ALLOWED: sanitize.IOptions = {
  allowedTags: [
    ...["p", "br", "hr", "h1", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "s"],
    ...["a", "table", "thead", "tbody", "tr", "th", "td", "details", "summary"],
  ],
  allowedAttributes: {
    a: ["href", "rel"],
    ol: ["start"],
    code: ["class"],
    th: ["style"],
    td: ["style"],
    summary: ["class"],
    details: ["class"],
  },
  allowedClasses: { code: [/^language-[\w-]{1,30}$/], summary: ["fold"], details: ["fold"] },
  allowedStyles: { "*": { "text-align": [/^(left|right|center)$/] } },
  allowedSchemes: ["http", "https", "mailto"],
  disallowedTagsMode: "discard",
  transformTags: {
    a: (tag, attributes) => ({ tagName: tag, attribs: { ...attributes, rel: "nofollow noopener ugc" } }),
    // A page has one first-level title, and it is not a post's to give.
    h1: "h3",
    h2: "h4",
  },
};

/**
 * Renders what a person wrote.
 * @param text Markdown (CommonMark with tables and links), raw HTML shown as text
 * @returns sanitised HTML, and the beginning as plain text for lists
 */
export function render(text: string): { bodyHtml: string; excerpt: string } {
  const html = sanitize(markdown.render(text), ALLOWED);
  return { bodyHtml: foldQuotes(html), excerpt: excerptOf(html) };
}

/** Wraps long outer quotations, so that a thread of mails reads as a talk. */
function foldQuotes(html: string): string {
  let depth = 0;
  let start = 0;
  let out = "";
  let kept = 0;
  for (const tag of html.matchAll(/<(\/?)blockquote>/g)) {
    const opens = tag[1] === "";
    if (opens && depth === 0) start = tag.index;
    depth += opens ? 1 : -1;
    const end = tag.index + tag[0].length;
    if (depth !== 0 || end - start < FOLD_OVER) continue;
    out += `${html.slice(kept, start)}<details class="fold">${FOLD_WORD}${html.slice(start, end)}</details>`;
    kept = end;
  }
  return out + html.slice(kept);
}

function excerptOf(html: string): string {
  const own = html.replace(/<blockquote>[\s\S]*?<\/blockquote>/g, " ");
  const plain = sanitize(own.replace(/<\/(p|li|h\d|pre)>|<br \/>/g, " "), { allowedTags: [], allowedAttributes: {} });
  const text = decode(plain).replace(/\s+/g, " ").trim();
  if (text.length <= EXCERPT_MAX) return text;
  const shortened = text.slice(0, EXCERPT_MAX);
  const cut = shortened.slice(0, Math.max(shortened.lastIndexOf(" "), EXCERPT_MAX - 40)).trimEnd();
  // A cut in the middle of a character leaves half of it.
  return `${cut.replace(/[\ud800-\udbff]$/, "")}…`;
}

function decode(text: string): string {
  return text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
}
