import { escapeLine, fenced } from "./escape";

/** Marks of program text and of what programs print. One is a hint; most lines of a paragraph make it code. */
const CODE_SIGNS = [
  /<-|<<-|\|\||&&|!=|==|::|\$\w+\[|->\w/,
  /[{};]\s*$|^\s*[})]/,
  /^\s*[\w.]+(?:\$[\w.]+)?\s*\(.*[),]?\s*$/,
  /[\w.]\($|^\s*[\w.]+ ?= ?[\w.'"]+[,([]|^\s+\w+ += \S/,
  /^\s*\[\d+(?:,\d*)?\]/,
  /^\s*(?:[$%#+>]|#!|\.\/|\*\*) ?\S/,
  /^\s*(?:gcc|g77|g\+\+|make|cc|sudo|cd|ls|chmod|export|import|def|function|configure:|checking|R CMD|R version|Platform:|locale:|Error in|Warning message|Loading required|Execution halted|ld:|dyld:|trying URL|Traceback|npm|pip|git|apt-get|brew)\b/,
  /^\s*<\/?[a-zA-Z][^>]*>/,
  /^\s*(?:[\w.-]*\/){2,}\S*/,
  /(?:\s-[-\w]+(?:=\S+)?){2,}/,
  /^\s*(?:\d{1,3}\s+)?(?:0x)?[0-9a-f]{8,}\b/i,
];
/** Two or more gaps of three blanks or a tab between words: columns, which only a fixed width shows rightly. */
const COLUMNS = /\S(?: {3,}|\t+)\S(?:.*\S)?(?: {2,}|\t+)\S|^\s{2,}\S+(?: {2,}|\t+)-?[\d.]+/;
const LIST_ITEM = /^\s*(?:([-*+•·o])|(\d{1,2})([.)]))\s+(?=\S)/;
/** Sentences have this many plain words in a row. */
const SENTENCE = /(?:[\p{L}'’]{2,},? ){5}/u;

/** "Subject: …" and the like, one below the other. */
const STARTS_ANEW = /^[\p{L}-]{2,20} ?: /u;
const WORDS = /[\p{L}\p{N}]/u;
const PROMPT = /^\s{0,3}>/;

/** A line is judged by its beginning: the patterns above take the square of the length for a hostile one. */
function beginning(line: string): string {
  return line.slice(0, 400);
}

function looksLikeCode(line: string): boolean {
  const start = beginning(line);
  return CODE_SIGNS.some((sign) => sign.test(start)) && !SENTENCE.test(start);
}

function isCode(paragraph: readonly string[]): boolean {
  if (PROMPT.test(paragraph[0] ?? "")) return true;
  if (paragraph.length === 1 && LIST_ITEM.test(paragraph[0] ?? "")) return false;
  const code = paragraph.filter(looksLikeCode).length;
  const columns = paragraph.filter((line) => COLUMNS.test(beginning(line))).length;
  return code * 2 > paragraph.length || (columns >= 2 && columns * 2 >= paragraph.length);
}

/** The width at which the writer's program wrapped: a line that could have taken the next word was ended on purpose. */
function wrapsInto(line: string, next: string, width: number): boolean {
  if (STARTS_ANEW.test(next) || !WORDS.test(line) || !WORDS.test(next)) return false;
  const word = /^\S*/.exec(next)?.[0] ?? "";
  return line.length + 1 + word.length > width;
}

type Item = { marker: string; text: string };

/** One paragraph or list item for each entry, with the writer's own line ends kept and the wrapped lines joined. */
function itemsOf(lines: readonly string[]): Item[] {
  const width = lines.reduce((widest, line) => Math.max(widest, line.trim().length), 50);
  const items: Item[] = [];
  let previous = "";
  for (const line of lines) {
    const item = LIST_ITEM.exec(line);
    const text = line
      .slice(item?.[0].length ?? 0)
      .trim()
      .replace(/[ \t]+/g, " ");
    const last = items.at(-1);
    if (item || last === undefined) items.push({ marker: markerOf(item), text: escapeLine(text) });
    else last.text += (wrapsInto(previous, text, width) ? " " : "\\\n") + escapeLine(text);
    previous = line.trim();
  }
  return items;
}

function markerOf(item: RegExpExecArray | null): string {
  if (item === null) return "";
  return item[1] === undefined ? `${item[2]}${item[3]} ` : "- ";
}

function proseLines(paragraph: readonly string[]): string[] {
  const lines: string[] = [];
  let previous: Item | undefined;
  for (const item of itemsOf(paragraph)) {
    if (previous !== undefined && (previous.marker === "") !== (item.marker === "")) lines.push("");
    const indent = " ".repeat(item.marker.length);
    lines.push(...item.text.split("\n").map((line, index) => (index === 0 ? item.marker : indent) + line));
    previous = item;
  }
  return lines;
}

function paragraphsOf(lines: readonly string[]): string[][] {
  const paragraphs: string[][] = [];
  let open = false;
  for (const line of lines) {
    if (line.trim() === "") open = false;
    else if (open && !(PROMPT.test(line) && !PROMPT.test(paragraphs.at(-1)?.[0] ?? ""))) paragraphs.at(-1)?.push(line);
    else {
      paragraphs.push([line]);
      open = true;
    }
  }
  return paragraphs;
}

/** Without the blanks that all lines begin with. */
function dedent(lines: readonly string[]): string[] {
  const least = lines.reduce((min, line) => (line === "" ? min : Math.min(min, line.search(/[^ ]|$/))), 80);
  return lines.map((line) => line.slice(least).trimEnd());
}

/**
 * Plain text that somebody wrote, as Markdown: wrapped lines joined, own line ends and lists kept, what looks like
 * program text or columns fenced, and every character that Markdown would read as markup escaped.
 */
export function proseToMarkdown(lines: readonly string[]): string[] {
  const out: string[] = [];
  let code: string[] = [];
  const append = (lines: readonly string[]) => {
    if (out.length > 0) out.push("");
    for (const line of lines) out.push(line);
  };
  const flush = () => {
    if (code.length > 0) append(fenced(dedent(code)));
    code = [];
  };
  for (const paragraph of paragraphsOf(lines)) {
    if (isCode(paragraph)) {
      if (code.length > 0) code.push("");
      for (const line of paragraph) code.push(line.replaceAll("\t", "        "));
      continue;
    }
    flush();
    append(proseLines(paragraph));
  }
  flush();
  return out;
}
