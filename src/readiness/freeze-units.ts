import { sql } from "drizzle-orm";
import { person } from "@/members/schema";
import type { Tx } from "@/platform/database/client";
import { personUnit } from "./schema";

/** Writes down who belongs where as a stage begins. What was written for this or a later stage stays. */
export async function freezeUnits(tx: Tx, at: Date): Promise<void> {
  await tx.execute(sql`
    insert into ${personUnit} (person_id, department, site, frozen_at)
    select ${person.id}, ${person.department}, ${person.site}, ${at.toISOString()}::timestamptz from ${person}
    where ${person.kind} = 'human' and ${person.department} || ${person.site} <> ''
    on conflict (person_id) do update
      set department = excluded.department, site = excluded.site, frozen_at = excluded.frozen_at
      where ${personUnit.frozenAt} < excluded.frozen_at`);
}
