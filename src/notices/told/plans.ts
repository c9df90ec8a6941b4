import { sql } from "drizzle-orm";
import type { planClosed } from "@/launch/plans/events";
import { flipPlan } from "@/launch/plans/schema";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Tx } from "@/platform/database/client";
import type { Told } from "@/platform/events/reaction";
import { ring } from "../ring";
import { notice } from "../schema";

/**
 * Whoever planned a flip hears in the bell that it did not happen, unless they ended it themselves. A letter of its own
 * says what changed, so no mail is due about this.
 */
export async function tellPlan(tx: Tx, { subjectId, actorId, at }: Told<typeof planClosed.shape>): Promise<void> {
  const bundle = `plan:${subjectId}`;
  const moment = sql`${at.toISOString()}::timestamptz`;
  const told: Iterable<{ person_id: PersonId }> = await tx.execute<{ person_id: PersonId }>(sql`
    insert into ${notice} (id, person_id, bundle, kind, why, plan_id, actor_id, since, last_at)
    select gen_random_uuid(), ${person.id}, ${bundle}, 'launch', 'plan-closed', ${flipPlan.id}, ${actorId}::uuid,
      ${moment}, ${moment}
    from ${flipPlan} join ${person} on ${person.id} = ${flipPlan.proposedBy}
    where ${flipPlan.id} = ${subjectId}::uuid and ${person.state} = 'active'
      and ${person.id} is distinct from ${actorId}::uuid
    on conflict (person_id, bundle) do update set actor_id = excluded.actor_id, since = excluded.since,
      last_at = excluded.last_at, read_at = null
    returning person_id`);
  await ring(
    tx,
    Array.from(told, (row) => row.person_id),
    bundle,
    null,
  );
}
