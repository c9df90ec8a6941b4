import { sql } from "drizzle-orm";
import { person, personRole } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Tx } from "@/platform/database/client";
import type { Told } from "@/platform/events/reaction";
import { ring } from "../ring";
import { notice } from "../schema";
import type { webhookSwitchedOff } from "./events";

/** Admins find in their bell that an endpoint is told nothing any more; again each time that it happens. */
export async function tellAdmins(tx: Tx, { subjectId, at }: Told<typeof webhookSwitchedOff.shape>): Promise<void> {
  const bundle = `webhook:${subjectId}`;
  const moment = sql`${at.toISOString()}::timestamptz`;
  const those: Iterable<{ person_id: PersonId }> = await tx.execute<{ person_id: PersonId }>(sql`
    insert into ${notice} (id, person_id, bundle, kind, why, since, last_at)
    select gen_random_uuid(), ${person.id}, ${bundle}, 'launch', 'webhook-off', ${moment}, ${moment}
    from ${person} join ${personRole} on ${personRole.personId} = ${person.id}
    where ${personRole.role} = 'admin' and ${personRole.until} is null and ${person.state} = 'active'
    group by ${person.id}
    on conflict (person_id, bundle) do update set since = excluded.since, last_at = excluded.last_at, read_at = null
    returning person_id`);
  await ring(
    tx,
    Array.from(those, (row) => row.person_id),
    bundle,
    null,
  );
}
