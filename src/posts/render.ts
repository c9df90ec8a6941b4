import MarkdownIt from "markdown-it";
import sanitize from "sanitize-html";
import { type FileId, fileOf } from "@/members/files/shape";

/** What a list shows of a text, in characters. */
const EXCERPT_MAX = 280;
/** A quotation longer than this many characters is folded away: in mail it repeats what stands above. */
const FOLD_OVER = 400;

const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false, breaks: true, maxNesting: 40 });

/** The pictures that words may show, with their size in pixels. */
export type Pictures = ReadonlyMap<FileId, { readonly width: number; readonly height: number }>;
type Environment = { readonly pictures: Pictures };

// A picture of ours is shown where the words may show it, with its size, so that nothing jumps when it arrives. Any
// other picture is a link: what stands elsewhere would tell its owner who reads.
markdown.renderer.rules.image = (tokens, index, options, env, self) => {
  const token = tokens[index];
  if (token === undefined) return "";
  const address = String(token.attrGet("src") ?? "");
  const alt = self.renderInlineAsText(token.children ?? [], options, env).trim();
  const file = fileOf(address);
  const size = file === null ? undefined : (env as Environment).pictures.get(file);
  const { escapeHtml } = markdown.utils;
  if (size !== undefined)
    return `<img src="${escapeHtml(address)}" alt="${escapeHtml(alt)}" width="${size.width}" height="${size.height}">`;
  if (file !== null) return escapeHtml(alt);
  return `<a href="${escapeHtml(address)}">${escapeHtml(alt === "" ? address : alt)}</a>`;
};

/** Stands where the view puts the reader's word for "quoted text". */
export const FOLD_WORD = '<summary class="fold"></summary>';

const ALLOWED: sanitize.IOptions = {
  allowedTags: [
    ...["p", "br", "hr", "h1", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "s"],
    ...["a", "table", "thead", "tbody", "tr", "th", "td", "details", "summary", "img"],
  ],
  allowedAttributes: {
    a: ["href", "rel"],
    img: ["src", "alt", "width", "height", "loading", "decoding"],
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
  allowedSchemesByTag: { img: [] },
  allowProtocolRelative: false,
  disallowedTagsMode: "discard",
  transformTags: {
    a: (tag, attributes) => ({ tagName: tag, attribs: { ...attributes, rel: "nofollow noopener ugc" } }),
    img: (tag, attributes) => ({ tagName: tag, attribs: { ...attributes, loading: "lazy", decoding: "async" } }),
    // A page has one first-level title, and it is not a post's to give.
    h1: "h3",
    h2: "h4",
  },
};

/** Words as they are read, sanitised, and their beginning as plain text for lists. */
export type Rendered = { readonly bodyHtml: string; readonly excerpt: string };

/** The files of ours that words show or link to, each once, in their order. */
export function filesIn(text: string): FileId[] {
  const found = new Set<FileId>();
  const env: Environment = { pictures: new Map() };
  for (const block of markdown.parse(text, env)) {
    for (const token of block.children ?? []) {
      const file = fileOf(String(token.attrGet("src") ?? token.attrGet("href") ?? ""));
      if (file !== null) found.add(file);
    }
  }
  return [...found];
}

/**
 * Renders what a person wrote.
 * @param text Markdown (CommonMark with tables and links), raw HTML shown as text
 * @param pictures the uploaded pictures that it may show
 */
export function render(text: string, pictures: Pictures = new Map()): Rendered {
  const env: Environment = { pictures };
  const html = sanitize(markdown.render(text, env), ALLOWED);
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
