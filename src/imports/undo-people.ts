import { sql } from "drizzle-orm";
import type { Tx } from "@/platform/database/client";
import { Refusal } from "@/platform/errors";
import type { ImportRunId } from "./shape";

/** Tables that belong to a person as far as the import is concerned, and go with them. */
const OWN = ["person_address", "person_words", "import_person", "import_identity"];

/**
 * Removes the run's people. Every foreign key to `person` is asked, so that rooms which come later are not forgotten.
 * @throws Refusal `conflict` when a row elsewhere still names one of them
 */
export async function removePeople(tx: Tx, id: ImportRunId): Promise<number> {
  const keys = await tx.execute<{ place: string; column: string }>(sql`
    select c.conrelid::regclass::text as place, quote_ident(a.attname) as column
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'person'::regclass`);
  for (const { place, column } of keys) {
    if (OWN.includes(place)) continue;
    const held = await count(
      tx,
      sql`
      ${sql.raw(place)} x where x.${sql.raw(column)} in (select person_id from import_person where run_id = ${id})`,
    );
    if (held > 0) throw new Refusal("conflict", "undoBlocked", { answers: 0, claimed: 0, held, place });
  }
  await tx.execute(sql`delete from import_identity where run_id = ${id}`);
  const gone = await tx.execute(sql`
    delete from person where id in (select person_id from import_person where run_id = ${id}) returning id`);
  return gone.length;
}

/** How many rows there are. */
export async function count(tx: Tx, from: ReturnType<typeof sql>): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(sql`select count(*)::int as count from ${from}`);
  return row?.count ?? 0;
}
