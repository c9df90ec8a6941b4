const URL_SHAPED = /<?(?:https?|ftp):\/\/[^\s<>"`\\]+>?/gi;
const TRAILING = /[.,;:!?)\]}'*_>]+$/;

/** Escapes what CommonMark would take as markup inside a line; see its section 2.4. */
function escapeInline(text: string): string {
  return text
    .replace(/\\(?=[!-/:-@[-`{-~]|$)/g, "\\\\")
    .replace(/[`[]/g, "\\$&")
    .replace(/\*/g, "\\*")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/<(?=[A-Za-z/!?])/g, "\\<")
    .replace(/&(?=[A-Za-z#])/g, "\\&")
    .replace(/~~/g, "\\~\\~");
}

/** A bare address becomes an autolink, so that nothing in it is markup; the full stop of the sentence stays outside. */
function linked(match: string): string {
  if (match.startsWith("<") && match.endsWith(">")) return match;
  const head = match.startsWith("<") ? "\\<" : "";
  const url = match.slice(head === "" ? 0 : 1);
  const tail = TRAILING.exec(url)?.[0] ?? "";
  return `${head}<${url.slice(0, url.length - tail.length)}>${escapeInline(tail)}`;
}

/** What at the start of a line would open a heading, quote, list, rule, fence, table or number list. */
const OPENS_BLOCK = /^(?:#{1,6}(?=\s|$)|[>=|:]|[-+](?=\s|$|-|[-\s|:+]*$))/;

/**
 * One line of plain text as Markdown that shows exactly those words.
 * @param text without a newline
 */
export function escapeLine(text: string): string {
  let out = "";
  let from = 0;
  for (const match of text.matchAll(URL_SHAPED)) {
    out += escapeInline(text.slice(from, match.index)) + linked(match[0]);
    from = match.index + match[0].length;
  }
  out += escapeInline(text.slice(from));
  return out.replace(OPENS_BLOCK, "\\$&").replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}

/** Lines of code as a fence that none of them can close. */
export function fenced(lines: readonly string[]): string[] {
  let longest = 2;
  for (const line of lines) for (const run of line.match(/`+/g) ?? []) longest = Math.max(longest, run.length);
  const fence = "`".repeat(longest + 1);
  return [fence, ...lines, fence];
}
