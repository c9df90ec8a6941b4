import { type SQL, sql } from "drizzle-orm";

/**
 * The language of a text by its little words, as search tells it, for the column of the words that are being written;
 * null when they do not tell.
 */
export function toldLanguage(text: string): SQL {
  return sql`nullif(levain_language(${text}), '')`;
}
