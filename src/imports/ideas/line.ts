import { z } from "zod";
import type { IdeaStatus } from "@/feedback/shape";
import { now } from "@/platform/clock";
import { DAY } from "@/platform/durations";
import { BODY_MAX, TITLE_MAX } from "@/posts/shape";
import { type Columns, type IdeaField, statusOf } from "./columns";
import type { BadLine, LineReason } from "./shape";

/** Somebody as a table names them: by address, by name, or by both. */
export type Named = { readonly name: string; readonly address: string | null };

/** An idea as a line tells it. */
export type IdeaLine = {
  /** What the other tool calls it; what stands in the line, when it calls it nothing. */
  readonly source: string;
  readonly title: string;
  readonly body: string;
  readonly createdAt: Date;
  readonly author: Named | null;
  readonly status: IdeaStatus;
  /** The status as it stands there, when nobody knows it here. */
  readonly unknownStatus: string | null;
  readonly votes: number;
  readonly voters: readonly string[];
  readonly answer: { readonly note: string; readonly by: Named | null; readonly at: Date } | null;
};

class Bad extends Error {
  constructor(
    readonly field: IdeaField,
    readonly reason: LineReason,
  ) {
    super(reason);
  }
}

const VOTERS_MAX = 10_000;
const NAME_MAX = 100;
const EARLIEST = Date.UTC(1995, 0, 1);

/** Reads a line; gives the column and the reason where it cannot be taken. */
export function lineOf(
  columns: Columns,
  cells: readonly string[],
  line: number,
  needsAuthor: boolean,
): IdeaLine | BadLine {
  try {
    return read(columns, cells, needsAuthor);
  } catch (error) {
    if (!(error instanceof Bad)) throw error;
    const index = columns.at[error.field];
    return { line, column: index === undefined ? "" : (columns.header[index] ?? ""), reason: error.reason };
  }
}

function read({ at, tool }: Columns, cells: readonly string[], needsAuthor: boolean): IdeaLine {
  const text = (field: IdeaField) => {
    const index = at[field];
    return index === undefined ? "" : checked(field, unguarded(tool, cells[index] ?? "")).trim();
  };
  const title = text("title");
  if (title === "") throw new Bad("title", "no-title");
  if (title.length > TITLE_MAX) throw new Bad("title", "too-long");
  const body = text("body");
  if (body.length > BODY_MAX) throw new Bad("body", "too-long");
  const createdAt = momentOf("createdAt", text("createdAt")) ?? now();
  const author = namedOf(text("authorName"), addressOf("authorEmail", text("authorEmail")));
  if (author === null && needsAuthor) throw new Bad("authorName", "no-author");
  const theirs = text("status");
  const status = statusOf(theirs);
  const note = text("answer");
  const by = namedOf(text("answeredBy"), null);
  return {
    source: text("source") || JSON.stringify([title, body]),
    title,
    body,
    createdAt,
    author,
    status: status ?? "open",
    unknownStatus: status === null ? theirs.slice(0, NAME_MAX) : null,
    votes: countOf(text("votes")),
    voters: votersOf(text("voters")),
    answer: note === "" ? null : { note, by, at: momentOf("answeredAt", text("answeredAt")) ?? createdAt },
  };
}

/** Our own table puts an apostrophe before what a spreadsheet would run; here it is taken away again. */
function unguarded(tool: Columns["tool"], cell: string): string {
  return tool === "levain" ? cell.replace(/^'(?=[=+\-@\t\r])/, "") : cell;
}

function checked(field: IdeaField, text: string): string {
  // U+FFFD stands where bytes were no UTF-8: whatever was written there is lost.
  if (text.includes("\0") || text.includes("\ufffd") || !text.isWellFormed()) throw new Bad(field, "characters");
  return text;
}

/** 12/03/2024: which of the two numbers is the month depends on who wrote it. */
const TWO_NUMBERS_FIRST = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*\d/;

/** Whether a date can be read as two different days. */
function isAmbiguous(text: string): boolean {
  const [one, two] = (TWO_NUMBERS_FIRST.exec(text) ?? []).slice(1, 3).map(Number);
  return one !== undefined && two !== undefined && one <= 12 && two <= 12 && one !== two;
}

/** ISO 8601, or what people's spreadsheets make of it in English; null for nothing. */
function momentOf(field: IdeaField, text: string): Date | null {
  if (text === "") return null;
  if (isAmbiguous(text)) throw new Bad(field, "ambiguous-date");
  const at = Date.parse(
    /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(text) ? `${text.replace(" ", "T")}Z` : text,
  );
  if (Number.isNaN(at) || at < EARLIEST || at > now().getTime() + DAY) throw new Bad(field, "bad-date");
  return new Date(at);
}

const address = z.email().max(254);

function addressOf(field: IdeaField, text: string): string | null {
  if (text === "") return null;
  const parsed = address.safeParse(text.toLowerCase());
  if (!parsed.success) throw new Bad(field, "bad-address");
  return parsed.data;
}

function namedOf(name: string, of: string | null): Named | null {
  if (name === "" && of === null) return null;
  return { name: (name || (of?.split("@")[0] ?? "")).slice(0, NAME_MAX), address: of };
}

function countOf(text: string): number {
  if (text === "") return 0;
  const count = Number(text);
  if (!Number.isFinite(count) || count < 0 || count > 1e9) throw new Bad("votes", "bad-number");
  return Math.floor(count);
}

/** Addresses with commas, semicolons or spaces between them; what is none is nobody who could be known here. */
function votersOf(text: string): string[] {
  const words = text.toLowerCase().split(/[\s,;]+/, VOTERS_MAX);
  return [...new Set(words.filter((word) => address.safeParse(word).success))];
}
