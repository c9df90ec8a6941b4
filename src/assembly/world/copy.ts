import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Sql } from "@/platform/database/client";

type Value = string | number | null;
/** Rows are joined to chunks of about this many characters before they go out. */
const CHUNK = 1 << 16;

/**
 * Writes rows through COPY in PostgreSQL's text format (its documentation, "COPY", "Text Format").
 * @param target table and columns, a constant of ours: `person (id, display_name)`
 * @param rows makes the rows, one at a time, so that any number of them takes little memory
 */
export async function copyRows(client: Sql, target: string, rows: () => Iterable<readonly Value[]>): Promise<void> {
  const out = await client.unsafe(`copy ${target} from stdin`).writable();
  await pipeline(Readable.from(chunks(rows())), out);
}

function* chunks(rows: Iterable<readonly Value[]>): Iterable<string> {
  let text = "";
  for (const row of rows) {
    text += `${row.map(cell).join("\t")}\n`;
    if (text.length < CHUNK) continue;
    yield text;
    text = "";
  }
  if (text !== "") yield text;
}

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function cell(value: Value): string {
  if (value === null) return "\\N";
  return String(value).replace(/[\\\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign);
}
