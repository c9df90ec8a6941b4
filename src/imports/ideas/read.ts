import { Readable } from "node:stream";
import { parse } from "csv-parse";

/** A line of the table: its number in the file, and its cells; null when it cannot be read. */
export type RawLine = { readonly line: number; readonly cells: readonly string[] | null };

/** The longest line, in characters: an idea with the longest text fits many times. */
const LINE_MAX = 1024 * 1024;
/** How much is looked at to find out what stands between cells. */
const SNIFFED = 64 * 1024;

/**
 * Reads a table line by line (RFC 4180), never more of it in memory than a few lines. What stands between cells (comma,
 * semicolon, tab) is found out from the header. A line that is no line of a table is given as such, and reading goes on.
 */
export async function* linesIn(chunks: AsyncIterable<Buffer>): AsyncGenerator<RawLine> {
  const { head, whole } = await peek(chunks);
  const unreadable: number[] = [];
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(head),
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: LINE_MAX,
    on_skip: (error) => {
      unreadable.push(error !== undefined && "lines" in error ? Number(error.lines) : 0);
      return undefined;
    },
  });
  const source = Readable.from(whole);
  source.on("error", (error) => parser.destroy(error));
  source.pipe(parser);
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    for (const line of unreadable.splice(0)) yield { line, cells: null };
    // A cell may go over several lines: the line is where the first of them begins.
    const within = record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
    yield { line: info.lines - within, cells: record };
  }
  for (const line of unreadable.splice(0)) yield { line, cells: null };
}

/** The first bytes, and all of them from the beginning. */
async function peek(chunks: AsyncIterable<Buffer>): Promise<{ head: string; whole: AsyncIterable<Buffer> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const seen: Buffer[] = [];
  let size = 0;
  while (size < SNIFFED) {
    const next = await iterator.next();
    if (next.done) break;
    seen.push(next.value);
    size += next.value.length;
  }
  async function* whole(): AsyncGenerator<Buffer> {
    yield* seen;
    seen.length = 0;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  return { head: Buffer.concat(seen).toString("utf8"), whole: whole() };
}

function delimiterOf(head: string): string {
  const [first = ""] = head.split(/\r?\n/, 1);
  const counts = [",", ";", "\t"].map((sign) => ({ sign, count: first.split(sign).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}
