import MarkdownIt from "markdown-it";
import sanitize from "sanitize-html";
import { type FileId, fileOf } from "@/members/files/shape";
import { FOLD_WORD } from "./fold";
import { emojiNames } from "./rendering/emoji";
import { fencesWithLanguage } from "./rendering/fences";
import { namesInLinks } from "./rendering/links";
import { headingsBelow } from "./rendering/outline";
import { type PictureEnvironment, type Pictures, picturesOfOurs } from "./rendering/pictures";
import { taskLists } from "./rendering/tasks";

export type { Pictures } from "./rendering/pictures";

/** What a list shows of a text, in characters. */
const EXCERPT_MAX = 280;
/** A quotation longer than this many characters is folded away: in mail it repeats what stands above. */
const FOLD_OVER = 400;

/** Of what an unchanged text becomes: raised whenever that changes, so that what stands is rendered again. */
export const RENDER_VERSION = 1;

const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false, breaks: true, maxNesting: 40 })
  .use(headingsBelow)
  .use(taskLists)
  .use(emojiNames)
  .use(namesInLinks)
  .use(picturesOfOurs)
  .use(fencesWithLanguage);

const ALLOWED: sanitize.IOptions = {
  allowedTags: [
    ...["p", "br", "hr", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "s"],
    ...["a", "img", "table", "thead", "tbody", "tr", "th", "td", "details", "summary"],
  ],
  allowedAttributes: {
    a: ["href", "rel", "class"],
    img: ["src", "alt", "width", "height", "loading", "decoding"],
    ol: ["start"],
    li: ["class"],
    pre: ["data-language", "tabindex"],
    th: ["style"],
    td: ["style"],
    summary: ["class"],
    details: ["class"],
  },
  allowedClasses: { a: ["mention"], li: ["task"], summary: ["fold"], details: ["fold"] },
  allowedStyles: { "*": { "text-align": [/^(left|right|center)$/] } },
  allowedSchemes: ["http", "https", "mailto"],
  allowedSchemesByTag: { img: [] },
  allowProtocolRelative: false,
  disallowedTagsMode: "discard",
  exclusiveFilter: ({ tag, attribs }) => tag === "img" && fileOf(attribs.src ?? "") === null,
  transformTags: {
    a: (tag, attribs) => ({
      tagName: tag,
      attribs: /^\/(?!\/)/.test(attribs.href ?? "") ? attribs : { ...attribs, rel: "nofollow noopener ugc" },
    }),
    img: (tag, attribs) => ({ tagName: tag, attribs: { ...attribs, loading: "lazy", decoding: "async" } }),
  },
};

/** Words as they are read, sanitised, and their beginning as plain text for lists. */
export type Rendered = { readonly bodyHtml: string; readonly excerpt: string; readonly renderVersion: number };

/** The files of ours that words show or link to, each once, in their order. */
export function filesIn(text: string): FileId[] {
  const found = new Set<FileId>();
  const env: PictureEnvironment = { pictures: new Map() };
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
 * @param text Markdown (CommonMark with tables, tasks, links and emoji names), raw HTML shown as text
 * @param pictures the uploaded pictures that it may show
 */
export function render(text: string, pictures: Pictures = new Map()): Rendered {
  const env: PictureEnvironment = { pictures };
  const html = sanitize(markdown.render(text, env), ALLOWED);
  return { bodyHtml: foldQuotes(html), excerpt: excerptOf(html), renderVersion: RENDER_VERSION };
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
