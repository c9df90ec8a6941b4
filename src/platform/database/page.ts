import { z } from "zod";

/** How many rows a list gives at most at a time. */
export const PAGE_MAX = 50;

/** Input of every list: where the last page ended, and how many rows to give. */
export const pageShape = z.object({
  after: z.string().max(300).optional(),
  take: z.coerce.number().int().min(1).max(PAGE_MAX).default(20),
});
export type PageInput = z.output<typeof pageShape>;

/** A page of a list: `next` is the key to ask on with, null at the end. */
export type Page<T> = { items: T[]; next: string | null };

/** The shape of a page, for a procedure's output. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

/** Writes the key of a row as one opaque word. */
export function encodeKey(parts: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

/** Reads such a word; null when it is none, which starts the list from its beginning. */
export function decodeKey<T extends z.ZodType>(word: string | undefined, shape: T): z.output<T> | null {
  if (word === undefined) return null;
  try {
    const parsed = shape.safeParse(JSON.parse(Buffer.from(word, "base64url").toString("utf8")));
    return parsed.success && [parsed.data].flat().every(isStorable) ? parsed.data : null;
  } catch {
    return null;
  }
}

const INTEGER_MAX = 2 ** 31 - 1;

/** Whether a part of a key is one that a column can hold: text for PostgreSQL, or an integer of four bytes. */
function isStorable(part: unknown): boolean {
  if (typeof part === "string") return !part.includes("\0") && part.isWellFormed();
  return typeof part !== "number" || (Number.isInteger(part) && Math.abs(part) <= INTEGER_MAX);
}

/**
 * Makes a page of rows that were asked for one more than `take`.
 * @param keyOf the parts of a row that the list is ordered by
 */
export function cut<T>(rows: readonly T[], take: number, keyOf: (row: T) => readonly (string | number)[]): Page<T> {
  const items = rows.slice(0, take);
  const last = items.at(-1);
  return { items, next: rows.length > take && last !== undefined ? encodeKey(keyOf(last)) : null };
}

/** A moment in a key. ISO 8601 has a year 0, PostgreSQL has none. */
export const keyMoment = z.iso.datetime().refine((text) => !text.startsWith("0000"));

/** A key of a moment and an id, as lists by time use it. */
export const momentKey = z.tuple([keyMoment, z.uuid()]);

/** Escapes what `LIKE` reads as a pattern. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
