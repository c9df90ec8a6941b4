import { type SQL, sql } from "drizzle-orm";
import type { gatesFell, overrideReviewed } from "@/launch/events";
import type { planClosed } from "@/launch/plans/events";
import { flipPlan } from "@/launch/plans/schema";
import type { hostsAsked } from "@/launch/waves/events";
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

/** Hosts and admins are told once what became of a step that was taken against the gates. */
export async function tellLookedBack(tx: Tx, { subjectId, at }: Told<typeof overrideReviewed.shape>): Promise<void> {
  const team = sql`select ${personRole.personId} as person_id from ${personRole} where ${personRole.until} is null`;
  await tellOfLaunch(tx, { bundle: `launch:review:${subjectId}`, why: "looked-back", people: team, at });
}

/** Whoever is asked whether they would miss the place finds the question in their bell. */
export async function tellAsked(tx: Tx, { subjectId, at }: Told<typeof missedOpened.shape>): Promise<void> {
  const asked = sql`select ${missedAsk.personId} as person_id from ${missedAsk}
    where ${missedAsk.roundId} = ${subjectId}::uuid and not ${missedAsk.hasAnswered}`;
  await tellOfLaunch(tx, { bundle: `launch:${subjectId}`, why: "missed-asked", people: asked, at });
}

/** The hosts of the next wave are asked whom they will expect; again when they are asked again. */
export async function tellHostsAsked(
  tx: Tx,
  { id, actorId, payload, at }: Told<typeof hostsAsked.shape>,
): Promise<void> {
  const those = sql`select value::uuid as person_id from jsonb_array_elements_text(${JSON.stringify(payload.hostIds)}::jsonb)
    where value::uuid is distinct from ${actorId}::uuid`;
  await tellOfLaunch(tx, { bundle: `expect:${id}`, why: "expect-asked", people: those, at });
}

/**
 * Whoever planned a flip hears that it did not happen, unless they ended it themselves; again when more became of it. A
 * letter of its own says what changed.
 */
export async function tellPlan(tx: Tx, { subjectId, actorId, at }: Told<typeof planClosed.shape>): Promise<void> {
  const planner = sql`select ${flipPlan.proposedBy} as person_id from ${flipPlan}
    where ${flipPlan.id} = ${subjectId}::uuid and ${flipPlan.proposedBy} is distinct from ${actorId}::uuid`;
  const plan = { id: subjectId, actorId };
  await tellOfLaunch(tx, { bundle: `plan:${subjectId}`, why: "plan-closed", people: planner, at, plan });
}

type OfLaunch = {
  readonly bundle: string;
  readonly why: Why;
  /** Selects `person_id`. */
  readonly people: SQL;
  readonly at: Date;
  readonly plan?: { readonly id: string; readonly actorId: string | null };
};

/** Word of the launch stays in the bell. It is told once; what became of a plan comes up again. */
async function tellOfLaunch(tx: Tx, { bundle, why, people, at, plan }: OfLaunch): Promise<void> {
  const again = sql`update set actor_id = excluded.actor_id, since = excluded.since, last_at = excluded.last_at,
    read_at = null`;
  const moment = sql`${at.toISOString()}::timestamptz`;
  const those: Iterable<{ person_id: PersonId }> = await tx.execute<{ person_id: PersonId }>(sql`
    insert into ${notice} (id, person_id, bundle, kind, why, plan_id, actor_id, since, last_at)
    select gen_random_uuid(), ${person.id}, ${bundle}, 'launch', ${why}, ${plan?.id ?? null}::uuid,
      ${plan?.actorId ?? null}::uuid, ${moment}, ${moment}
    from ${person} where ${person.id} in (${people}) and ${person.kind} = 'human' and ${person.state} = 'active'
    on conflict (person_id, bundle) do ${plan === undefined ? sql`nothing` : again} returning person_id`);
  await ring(
    tx,
    Array.from(those, (row) => row.person_id),
    bundle,
    null,
  );
}
