import { type SQL, sql } from "drizzle-orm";
import { customType } from "drizzle-orm/pg-core";

/** The words of a text as PostgreSQL keeps them for searching. */
export const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/** A word, several in a row, or the beginning of one, as somebody asks for it. */
export type AskedWord = { readonly text: string; readonly as: "word" | "prefix" | "phrase" };

/**
 * A word as a query: as it is spelled, and by its stem in English and in French, accents aside. The function stands in
 * the migration that made the index, because the triggers there must cut words in the same way.
 */
export function wordQuery({ text, as }: AskedWord): SQL {
  return sql`levain_query(${text}, ${as})`;
}
