import { type SQL, sql } from "drizzle-orm";
import type { gatesFell } from "@/launch/events";
import { person, personRole } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Tx } from "@/platform/database/client";
import type { Told } from "@/platform/events/reaction";
import type { missedOpened } from "@/readiness/events";
import { missedAsk } from "@/readiness/schema";
import { ring } from "../ring";
import { notice } from "../schema";
import type { Why } from "../shape";

/** Hosts and admins are told once that what held at the flip holds no more. */
export async function tellFallen(tx: Tx, { subjectId, at }: Told<typeof gatesFell.shape>): Promise<void> {
  const team = sql`select ${personRole.personId} as person_id from ${personRole} where ${personRole.until} is null`;
  await tellOfLaunch(tx, { bundle: `launch:${subjectId}`, why: "gates-fell", people: team, at });
}

/** Whoever is asked whether they would miss the place finds the question in their bell. */
export async function tellAsked(tx: Tx, { subjectId, at }: Told<typeof missedOpened.shape>): Promise<void> {
  const asked = sql`select ${missedAsk.personId} as person_id from ${missedAsk}
    where ${missedAsk.roundId} = ${subjectId}::uuid and not ${missedAsk.hasAnswered}`;
  await tellOfLaunch(tx, { bundle: `launch:${subjectId}`, why: "missed-asked", people: asked, at });
}

/** Word of the launch stays in the bell and is told once. */
async function tellOfLaunch(
  tx: Tx,
  { bundle, why, people, at }: { bundle: string; why: Why; people: SQL; at: Date },
): Promise<void> {
  const moment = sql`${at.toISOString()}::timestamptz`;
  const those: Iterable<{ person_id: PersonId }> = await tx.execute<{ person_id: PersonId }>(sql`
    insert into ${notice} (id, person_id, bundle, kind, why, since, last_at)
    select gen_random_uuid(), ${person.id}, ${bundle}, 'launch', ${why}, ${moment}, ${moment}
    from ${person} where ${person.id} in (${people}) and ${person.kind} = 'human' and ${person.state} = 'active'
    on conflict (person_id, bundle) do nothing returning person_id`);
  await ring(
    tx,
    Array.from(those, (row) => row.person_id),
    bundle,
    null,
  );
}
