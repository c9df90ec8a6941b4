/** One message of an archive: its place in the file, its `From ` line and its bytes as they were before storing. */
export type MboxEntry = {
  /** 1 for the first message of the file. */
  readonly number: number;
  /** Where its `From ` line starts, in bytes of the unpacked file. */
  readonly offset: number;
  /** Bytes of the message without the `From ` line. */
  readonly size: number;
  readonly envelope: string;
  /** Null when the message is larger than the limit: it was counted, not kept. */
  readonly raw: Buffer | null;
};

export type SplitOptions = {
  /** Bytes of one message above which it is not kept. */
  readonly maxMessageBytes?: number;
  /** How body lines that look like a separator were protected: RFC 4155 readers disagree, so the writer decides. */
  readonly quoting?: "mboxrd" | "mboxo";
};

export const MAX_MESSAGE_BYTES = 25 * 1024 * 1024;

/** Thrown when the bytes do not begin with a `From ` line and so are no mailbox. */
export class NotAnMbox extends Error {
  override readonly name = "NotAnMbox";
}

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const QUOTE = 0x3e;
const LETTER_F = 0x46;
/** A line longer than this is passed on in pieces; no separator and no header name is that long. */
const LINE_PIECE = 64 * 1024;

const DATE_SHAPED =
  /^From .*(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +(?:[A-Z][a-z]{2} +\d{1,2}|\d{1,2} +[A-Z][a-z]{2}) +(?:\d{4} +)?\d{1,2}:\d{2}(?::\d{2})?(?: +[A-Za-z0-9+-]{1,6}){0,3}\s*$/;
const HEADER_SHAPED = /^(?:[\x21-\x39\x3b-\x7e]+[ \t]*:|>From )/;
/** Mailman forgot the blank line after some attachments; its messages begin with this header. */
const FIRST_OF_MAILMAN = /^From:/;
const QUOTED_FROM = { mboxrd: /^>+From /, mboxo: /^>From / } as const;

type Line = { readonly bytes: Buffer; readonly offset: number; readonly starts: boolean; readonly ends: boolean };

/** Cuts a stream of chunks into lines that keep their newline; very long lines come in pieces. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let carry: Buffer[] = [];
  let carried = 0;
  let offset = 0;
  let starts = true;
  const take = (last: Buffer, ends: boolean): Line => {
    const bytes = carry.length === 0 ? last : Buffer.concat([...carry, last]);
    const line = { bytes, offset, starts, ends };
    offset += bytes.length;
    starts = ends;
    carry = [];
    carried = 0;
    return line;
  };
  for await (const part of chunks) {
    const chunk = Buffer.isBuffer(part) ? part : Buffer.from(part.buffer, part.byteOffset, part.byteLength);
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE, from); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
      yield take(chunk.subarray(from, end + 1), true);
      from = end + 1;
    }
    if (from < chunk.length) {
      const rest = chunk.subarray(from);
      if (carried + rest.length > LINE_PIECE) yield take(rest, false);
      else {
        carry.push(rest);
        carried += rest.length;
      }
    }
  }
  if (carried > 0) yield take(Buffer.alloc(0), false);
}

function isBlank(bytes: Buffer): boolean {
  return bytes[0] === NEWLINE || (bytes[0] === RETURN && bytes[1] === NEWLINE);
}

function withoutByteOrderMark(bytes: Buffer): Buffer {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function looksLikeSeparator(line: Line): boolean {
  if (!line.starts || line.bytes[0] !== LETTER_F || line.bytes.length > 1000) return false;
  return DATE_SHAPED.test(line.bytes.toString("latin1"));
}

/** Collects the lines of one message and forgets them once there are too many. */
class Collector {
  private parts: Buffer[] = [];
  private size = 0;
  private lastBlank = 0;
  constructor(
    readonly number: number,
    private readonly separator: Line,
    private readonly limit: number,
    private readonly quoted: RegExp,
  ) {}

  add(line: Line): void {
    const stuffed =
      line.starts &&
      line.bytes[0] === QUOTE &&
      this.quoted.test(line.bytes.toString("latin1", 0, Math.min(200, line.bytes.length)));
    const bytes = stuffed ? line.bytes.subarray(1) : line.bytes;
    this.size += bytes.length;
    this.lastBlank = line.starts && isBlank(bytes) ? bytes.length : 0;
    if (this.size > this.limit) this.parts = [];
    else this.parts.push(bytes);
  }

  /** The finished message, without the blank line that belongs to the next separator. */
  finish(): MboxEntry {
    const size = this.size - this.lastBlank;
    const kept = this.size <= this.limit;
    return {
      number: this.number,
      offset: this.separator.offset,
      size,
      envelope: this.separator.bytes.toString("latin1").trimEnd(),
      raw: kept ? Buffer.concat(this.parts).subarray(0, size) : null,
    };
  }
}

/** Decides line by line where a message ends; `feed` gives the message that a separator has just finished. */
class Splitter {
  private current: Collector | undefined;
  private pending: (Line & { readonly header: RegExp }) | undefined;
  private afterBlank = true;
  private count = 0;
  constructor(
    private readonly limit: number,
    private readonly quoted: RegExp,
  ) {}

  feed(given: Line): MboxEntry | undefined {
    const line = given.offset === 0 ? { ...given, bytes: withoutByteOrderMark(given.bytes) } : given;
    const finished = this.decidePending(line);
    if (looksLikeSeparator(line))
      this.pending = { ...line, header: this.afterBlank ? HEADER_SHAPED : FIRST_OF_MAILMAN };
    else if (this.current !== undefined) this.current.add(line);
    else if (!isBlank(line.bytes)) throw new NotAnMbox("the first line is no From line with a date");
    this.afterBlank = line.starts && isBlank(line.bytes);
    return finished;
  }

  /** A line shaped like a separator is one only if a header follows; else it was a sentence of the message. */
  private decidePending(next: Line): MboxEntry | undefined {
    const separator = this.pending;
    if (separator === undefined) return undefined;
    this.pending = undefined;
    if (!separator.header.test(next.bytes.toString("latin1", 0, 200))) {
      this.current?.add(separator);
      return undefined;
    }
    const finished = this.current?.finish();
    this.count += 1;
    this.current = new Collector(this.count, separator, this.limit, this.quoted);
    return finished;
  }

  end(): MboxEntry | undefined {
    if (this.pending !== undefined) this.current?.add(this.pending);
    return this.current?.finish();
  }
}

/**
 * Splits a mailbox (mboxo, mboxrd or Mailman's text form; LF or CRLF) into its messages, holding one in memory at a
 * time. A separator is a line that starts with `From `, ends in a date, stands after a blank line or at the start of
 * the file, and is followed by a header; without the blank line, only if that header is `From:`. Sentences that begin
 * with "From" stay in their message.
 * @throws NotAnMbox when the first line that is not blank is no separator
 */
export async function* splitMbox(
  chunks: AsyncIterable<Uint8Array>,
  options: SplitOptions = {},
): AsyncGenerator<MboxEntry> {
  const splitter = new Splitter(options.maxMessageBytes ?? MAX_MESSAGE_BYTES, QUOTED_FROM[options.quoting ?? "mboxrd"]);
  for await (const line of linesOf(chunks)) {
    const finished = splitter.feed(line);
    if (finished !== undefined) yield finished;
  }
  const last = splitter.end();
  if (last !== undefined) yield last;
}
