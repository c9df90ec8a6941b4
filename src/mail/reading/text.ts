import { escapeLine } from "./escape";
import { withoutFooters, withoutScrubbedParts, withoutSignature, withoutStrayMime } from "./footers";
import type { AttachmentNote } from "./parse";
import { proseToMarkdown } from "./prose";
import { type Stretch, stretchesOf } from "./quotes";

/** What stands for a mail without a word. */
export const NO_WORDS = "–";

/** Quotes within quotes below this depth are shown as one. */
const MAX_DEPTH = 6;

const UNITS = ["B", "kB", "MB", "GB"];

function sizeOf(bytes: number): string {
  let [value, unit] = [bytes, 0];
  while (value >= 1000 && unit < UNITS.length - 1) [value, unit] = [value / 1000, unit + 1];
  return `${value < 10 && unit > 0 ? value.toFixed(1) : Math.round(value)} ${UNITS[unit]}`;
}

function attachmentLine({ name, type, bytes }: AttachmentNote): string {
  const facts = [type, bytes > 0 ? sizeOf(bytes) : ""].filter((fact) => fact !== "" && fact !== name);
  return `- 📎 ${escapeLine(name)}${facts.length > 0 ? ` (${escapeLine(facts.join(", "))})` : ""}`;
}

function convert(lines: readonly string[], depth: number): string[] {
  const out: string[] = [];
  for (const stretch of stretchesOf(lines)) {
    const block = stretch.quoted
      ? quoted(stretch, depth)
      : proseToMarkdown(withoutSignature(withoutFooters(stretch.lines)));
    if (block.length === 0) continue;
    if (out.length > 0) out.push("");
    for (const line of block) out.push(line);
  }
  return out;
}

function quoted({ attribution, lines }: Stretch, depth: number): string[] {
  const announced = proseToMarkdown(attribution);
  const inner = depth < MAX_DEPTH ? convert(lines, depth + 1) : proseToMarkdown(lines);
  const between = announced.length > 0 && inner.length > 0 ? [""] : [];
  return [...announced, ...between, ...inner].map((line) => (line === "" ? ">" : `> ${line}`));
}

/**
 * The words of a mail as Markdown: what was written as paragraphs, lists and code; what was quoted as block quotes with
 * their attribution; signatures, list footers and archivers' remarks cut; attachments named in a list at the end.
 * Own rules instead of email-reply-parser: that one drops quotes inside answers, took 11 seconds for one of 15,000
 * real mails (nested repetition), and cut programs at their first row of dashes.
 * @param text plain text with LF
 * @returns never empty: a mail of nothing but a signature becomes a dash
 */
export function mailToMarkdown(text: string, attachments: readonly AttachmentNote[] = []): string {
  const scrubbed = withoutScrubbedParts(withoutStrayMime(text.split("\n")));
  const body = convert(scrubbed.lines, 0);
  const files = [...scrubbed.attachments, ...attachments];
  const notes = (body.length + files.length > 0 ? files : scrubbed.twins).map(attachmentLine);
  const whole = [...body, ...(body.length > 0 && notes.length > 0 ? [""] : []), ...notes];
  return whole.join("\n").trim() || NO_WORDS;
}
