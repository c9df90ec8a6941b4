/** What a spreadsheet would run as a formula when a cell begins with it (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

export type Row = readonly (string | number | null)[];

/**
 * Rows as CSV (RFC 4180): CRLF between lines, quotes where they are needed. A text that a spreadsheet would run as a
 * formula gets an apostrophe before it; a number is written plainly, and null is an empty cell.
 */
export function csv(rows: readonly Row[]): string {
  return rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join("");
}

/** The first line of a file. The byte order mark tells spreadsheets that it is UTF-8. */
export function csvHead(row: Row): string {
  return `\ufeff${csv([row])}`;
}

function cellOf(cell: Row[number]): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
