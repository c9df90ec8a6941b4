import type { AttachmentNote } from "./parse";

/** A signature longer than this is more likely text below a rule. */
const SIGNATURE_LINES = 25;
const BARE_DASHES_LINES = 10;
const RULE = /^[\s>]*_{20,}\s*$/;
const LIST_WORDS = /mailing[ -]?list|listinfo|unsubscribe|se désabonner|liste de diffusion|list-archive/i;

/** Cuts the text below "-- " (RFC 3676, 4.3), which many programs send without its blank. */
export function withoutSignature(lines: readonly string[]): string[] {
  const at = lines.findLastIndex((line, index) => {
    if (line !== "-- " && line.trimEnd() !== "--") return false;
    const most = line === "-- " ? SIGNATURE_LINES : BARE_DASHES_LINES;
    return lines.slice(index + 1).filter((one) => one.trim() !== "").length <= most;
  });
  if (at === -1) return [...lines];
  const above = lines.slice(0, at);
  // Somebody wrote below the mark: better a signature on screen than a mail without words.
  return above.some((line) => line.trim() !== "") ? above : lines.slice(at + 1);
}

/** Cuts what a list server or a free mail service adds: a rule, and a few lines that speak of the list or end the text. */
export function withoutFooters(lines: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const end = RULE.test(lines[at] ?? "") ? footerEnd(lines, at) : at;
    if (end === at) kept.push(lines[at] ?? "");
    else at = end - 1;
  }
  return kept;
}

function footerEnd(lines: readonly string[], rule: number): number {
  let end = rule + 1;
  while (end < lines.length && end - rule <= 8 && (lines[end] ?? "").trim() !== "") end += 1;
  const block = lines.slice(rule + 1, end);
  const isLast = lines.slice(end, end + 40).every((line) => line.trim() === "");
  return block.some((line) => LIST_WORDS.test(line)) || (isLast && block.length <= 5) ? end : rule;
}

const NEXT_PART = /^-{8,} next part -{8,}\s*$/;
const SCRUBBED = /^(?:An? .{1,60} (?:was|attachment|message).*(?:scrubbed|stripped).*|Skipped content of type .*)$/i;
const HTML_DELETED = /^\s*\[\[alternative HTML version deleted\]\]\s*$/;
const FIELD = /^(name|type|size|url|desc|from|subject|date) ?: ?(.*)$/i;

/** A text without the archiver's remarks, the files that they name, and the HTML twins of a text that is usually there. */
type Scrubbed = { readonly lines: string[]; readonly attachments: AttachmentNote[]; readonly twins: AttachmentNote[] };

/** What Mailman's archiver put in place of an attachment, read back into a note; the text version keeps its rest. */
export function withoutScrubbedParts(lines: readonly string[]): Scrubbed {
  const kept: string[] = [];
  const attachments: AttachmentNote[] = [];
  const twins: AttachmentNote[] = [];
  let fields: Map<string, string> | undefined;
  for (const line of lines) {
    const field = fields === undefined ? null : FIELD.exec(line);
    if (field !== null) fields?.set((field[1] ?? "").toLowerCase(), (field[2] ?? "").trim());
    else fields = undefined;
    if (SCRUBBED.test(line)) fields = new Map([["remark", line]]);
    else if (field === null && !NEXT_PART.test(line) && !HTML_DELETED.test(line)) kept.push(line);
    const note = fields?.has("url") ? noteOf(fields) : null;
    if (fields === undefined || note === null) continue;
    (isTwin(fields) ? twins : attachments).push(note);
    fields = undefined;
  }
  return { lines: kept, attachments, twins };
}

function isTwin(fields: ReadonlyMap<string, string>): boolean {
  return (
    /HTML|multipart\/alternative|pgp|signature/i.test(fields.get("remark") ?? "") ||
    /html|pgp|signature/.test(fields.get("type") ?? "")
  );
}

function noteOf(fields: ReadonlyMap<string, string>): AttachmentNote | null {
  const url = (fields.get("url") ?? "").replace(/^<|>$/g, "");
  const named = fields.get("name") ?? "";
  const name = named === "" || named === "not available" ? url : named;
  if (name === "") return null;
  return { name, type: fields.get("type") ?? "", bytes: Number.parseInt(fields.get("size") ?? "0", 10) || 0 };
}

const BOUNDARY = /^--[\w'()+,./:=?-]{8,}$/;
const PART_HEADER = /^(?:content-[a-z-]+|mime-version)\s*:/i;

/** Cuts MIME part headers that an old archiver left in the text. */
export function withoutStrayMime(lines: readonly string[]): string[] {
  const kept: string[] = [];
  const boundaries = new Set<string>();
  for (let at = 0; at < lines.length; at += 1) {
    const line = (lines[at] ?? "").trimEnd();
    if (BOUNDARY.test(line) && PART_HEADER.test(lines[at + 1] ?? "")) {
      boundaries.add(line);
      while (at + 1 < lines.length && (lines[at + 1] ?? "").trim() !== "") at += 1;
    } else if (!(line.endsWith("--") && boundaries.has(line.slice(0, -2)))) kept.push(lines[at] ?? "");
  }
  return kept;
}
