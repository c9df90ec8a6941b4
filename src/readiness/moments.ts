import { type SQL, sql } from "drizzle-orm";

/** A moment as the facts tell it: milliseconds since 1970. */
export function epoch(value: SQL): SQL {
  return sql`(extract(epoch from ${value}) * 1000)::double precision`;
}
