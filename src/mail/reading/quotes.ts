/**
 * A stretch of a mail: what its author wrote, or what they quote (without one level of quote marks), then with the
 * "Ana wrote:" that announced it.
 */
export type Stretch = { readonly quoted: boolean; readonly attribution: readonly string[]; readonly lines: string[] };

const MARK = /^ {0,3}>/;
/** Supercite: ">>>>> "AL" == Ana Lopes writes:" and "  AL> …". */
const INITIALS = /^\s{0,6}[A-Z]{2,3}> /;
const VERBS =
  "wrote|writes|said|schrieb|schreibt|a écrit|écrit|écrivait|escribió|escribe|scrisse|ha scritto|skrev|schreef|napisał(?:a|\\(a\\))?|escreveu|kirjoitti";
const ATTRIBUTION = new RegExp(
  `^(?=.{6,400}$).*\\b(?:${VERBS}) ?(?:the following|ce qui suit|folgendes)?\\s*[:：]?\\s*$`,
  "isu",
);
const ATTRIBUTION_START = /^\s*(?:On|Le|Am|El|Il|Den|Op|Em|At|In|Quoting|Dnia|W dniu)\b.*[\d@].*$/i;
const PROGRAM = /^(?:[.\w]+(?:\$[\w.]+)?\s*(?:<-|=|\(|\[)|\?|#|[\w.]+\s*$|\d|\()/;
const PROGRAM_SURE = /<-|\w\(|\w\[|^\s*[\w.]+\s*=/;
const ORIGINAL =
  /^\s*[-_]{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|message d['’]origine|message transféré|message original|mensaje original|messaggio originale|oorspronkelijk bericht)\b.*$/i;
const OUTLOOK_HEAD = /^\s*\*?(?:From|De|Von|Da|Van|Från) ?:\*?\s+\S/i;
const OUTLOOK_REST = /^\s*\*?(?:Sent|Envoyé|Gesendet|Date|Datum|Inviato|To|À|An|Subject|Objet|Betreff|Cc) ?:/i;

function unmarked(line: string): string {
  return line.replace(/^ {0,3}> ?/, "");
}

/** A run of lines with `>` in front that is a console's prompt and not a quote: all program text, nobody announced. */
function isConsole(run: readonly string[], before: string): boolean {
  const lines = run.map((line) => unmarked(line).trim()).filter((line) => line !== "");
  if (ATTRIBUTION.test(before)) return false;
  return lines.every((line) => PROGRAM.test(line)) && lines.some((line) => PROGRAM_SURE.test(line));
}

/** True where everything below is an earlier mail that the program put there without marks. */
function startsOriginal(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? "";
  if (ORIGINAL.test(line)) return true;
  if (!OUTLOOK_HEAD.test(line)) return false;
  return lines.slice(at + 1, at + 6).filter((next) => OUTLOOK_REST.test(next)).length >= 2;
}

/** Takes the "Ana wrote:" off the end of what was written and gives it to the quote that follows. */
function takeAttribution(own: string[]): string[] {
  const end = own.findLastIndex((line) => line.trim() !== "") + 1;
  const start = own.findLastIndex((line, index) => index < end && line.trim() === "") + 1;
  const paragraph = own.slice(Math.max(start, end - 4), end);
  for (let count = 1; count <= paragraph.length; count += 1) {
    const lines = paragraph.slice(-count);
    if (ATTRIBUTION_START.test(lines.join(" ")) && ATTRIBUTION.test(lines.join(" ")))
      return own.splice(end - count).slice(0, count);
  }
  return ATTRIBUTION.test(paragraph.at(-1) ?? "") ? own.splice(end - 1).slice(0, 1) : [];
}

/** Not `push(...lines)`: the arguments of one call have a limit, the lines of a mail have none. */
function append(to: string[], lines: readonly string[]): void {
  for (const line of lines) to.push(line);
}

class Stretches {
  readonly all: Stretch[] = [];

  add(run: readonly string[], marked: boolean): void {
    if (marked && !isConsole(run, this.lastWritten())) this.quote(run.map(unmarked));
    else this.own(run);
  }

  private own(lines: readonly string[]): void {
    const last = this.all.at(-1);
    if (last !== undefined && !last.quoted) append(last.lines, lines);
    else this.all.push({ quoted: false, attribution: [], lines: [...lines] });
  }

  quote(lines: readonly string[]): void {
    const last = this.all.at(-1);
    if (last?.quoted) append(last.lines, lines);
    else
      this.all.push({
        quoted: true,
        attribution: takeAttribution(last?.lines ?? []),
        lines: [...lines],
      });
  }

  private lastWritten(): string {
    const last = this.all.at(-1);
    return last === undefined || last.quoted ? "" : (last.lines.findLast((line) => line.trim() !== "") ?? "");
  }

  hasWritten(): boolean {
    return this.all.some(
      (stretch) => !stretch.quoted && stretch.lines.some((line) => line.trim() !== "" && !ORIGINAL.test(line)),
    );
  }
}

/**
 * Tells what somebody wrote from what they quote: lines marked with `>` or initials, the attribution above them, and
 * an earlier mail below an "Original Message" head. A console's `>` prompts stay with the writer.
 */
export function stretchesOf(lines: readonly string[]): Stretch[] {
  const found = new Stretches();
  let at = 0;
  while (at < lines.length) {
    if (startsOriginal(lines, at) && found.hasWritten()) {
      found.quote(lines.slice(at));
      return found.all;
    }
    const end = Math.max(at + 1, runEnd(lines, at));
    found.add(lines.slice(at, end), runEnd(lines, at) > at);
    at = end;
  }
  return found.all;
}

/** The end of the run of quoted lines that starts here; the start itself when there is none. */
function runEnd(lines: readonly string[], start: number): number {
  let end = start;
  while (end < lines.length && MARK.test(lines[end] ?? "")) end += 1;
  if (end > start) return end;
  while (end < lines.length && INITIALS.test(lines[end] ?? "")) end += 1;
  return end - start >= 2 ? end : start;
}
