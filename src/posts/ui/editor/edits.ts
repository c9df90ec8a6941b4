/** A change of a text: what stands between two places is replaced, and the caret stands, or a part is selected. */
export type Edit = {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly select?: readonly [number, number];
};

/** Where a line begins. */
function lineStart(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}

const ITEM = /^((?:[ \t]|> ?)*)(?:([-*+])( \[[ xX]\])?|(\d{1,9})([.)]))([ \t]+)/;
const QUOTE = /^(?:[ \t]*> ?)+/;

/** What begins the next line of a list or a quotation; null for any other line. */
function markOf(line: string): { mark: string; next: string } | null {
  const item = ITEM.exec(line);
  if (item !== null) {
    const [mark, indent = "", bullet, box, number, dot = "", gap = " "] = item;
    const next = bullet === undefined ? `${Number(number) + 1}${dot}` : `${bullet}${box === undefined ? "" : " [ ]"}`;
    return { mark, next: `${indent}${next}${gap}` };
  }
  const quote = QUOTE.exec(line)?.[0];
  return quote === undefined ? null : { mark: quote, next: quote };
}

/**
 * What the Enter key does at the end of a line of a list or a quotation: the next line goes on with it, and a line with
 * nothing but its mark ends it. Null where Enter is only Enter: elsewhere, and in a block of code.
 */
export function nextLine(text: string, from: number, to: number): Edit | null {
  const start = lineStart(text, from);
  const line = text.slice(start, from);
  const found = markOf(line);
  if (found === null || isInFence(text.slice(0, start))) return null;
  const rest = text.slice(to).split("\n", 1)[0] ?? "";
  if (line.length < found.mark.length) return null;
  if (line.slice(found.mark.length).trim() === "" && rest.trim() === "") return { from: start, to, text: "" };
  return { from, to, text: `\n${found.next}` };
}

function isInFence(before: string): boolean {
  return (before.match(/^ {0,3}(?:```|~~~)/gm) ?? []).length % 2 === 1;
}

/** Sets a block of its own into a text, with one empty line on each side. */
function asBlock(text: string, from: number, to: number, block: string, select?: readonly [number, number]): Edit {
  const before = text.slice(0, from);
  const after = text.slice(to);
  const lead = before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const tail = after === "" || after.startsWith("\n\n") ? "" : after.startsWith("\n") ? "\n" : "\n\n";
  const at = from + lead.length;
  const chosen = select === undefined ? {} : { select: [at + select[0], at + select[1]] as const };
  return { from, to, text: lead + block + tail, ...chosen };
}

/** A table of two columns, its first heading selected. */
export function table(text: string, from: number, to: number, column: string): Edit {
  const head = `| ${column} | ${column} |\n| --- | --- |\n|  |  |`;
  return asBlock(text, from, to, head, [2, 2 + column.length]);
}

/** A block of code around what is selected. */
export function codeBlock(text: string, from: number, to: number): Edit {
  const chosen = text.slice(from, to);
  const longest = Math.max(2, ...[...chosen.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  return asBlock(text, from, to, `${fence}\n${chosen}\n${fence}`, [fence.length + 1, fence.length + 1 + chosen.length]);
}

/** A sign that opens a list of names, with a space before it where there must be one. */
export function sign(text: string, from: number, to: number, mark: string): Edit {
  const isApart = from === 0 || /[\s([]/.test(text[from - 1] ?? "");
  return { from, to, text: `${isApart ? "" : " "}${mark}` };
}

const ADDRESS = /^https?:\/\/\S+$/;

/** An address that is pasted over words makes a link of them; null for anything else. */
export function linkOver(text: string, from: number, to: number, pasted: string): Edit | null {
  const words = text.slice(from, to);
  const address = pasted.trim();
  if (words.trim() === "" || words.includes("\n") || !ADDRESS.test(address) || ADDRESS.test(words.trim())) return null;
  const safe = address.replaceAll("(", "%28").replaceAll(")", "%29");
  return { from, to, text: `[${words.replace(/[[\]]/g, "\\$&")}](${safe})` };
}
