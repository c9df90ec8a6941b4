import { sql } from "drizzle-orm";
import type { gatesFell, overrideReviewed } from "@/launch/events";
import type { planClosed } from "@/launch/plans/events";
import { flipPlan } from "@/launch/plans/schema";
import type { hostsAsked } from "@/launch/waves/events";
import { personRole } from "@/members/schema";
import type { Tx } from "@/platform/database/client";
import type { Told } from "@/platform/events/reaction";
import type { missedOpened } from "@/readiness/events";
import { missedAsk } from "@/readiness/schema";
import { type BellLine, tellInBell } from "./bell";

const TEAM = sql`select ${personRole.personId} from ${personRole} where ${personRole.until} is null`;

/** Hosts and admins are told once that what held at the flip holds no more. */
export async function tellFallen(tx: Tx, { subjectId, at }: Told<typeof gatesFell.shape>): Promise<void> {
  await tellOnce(tx, { bundle: `launch:${subjectId}`, why: "gates-fell", people: TEAM, at });
}

/** Hosts and admins are told once what became of a step that was taken against the gates. */
export async function tellLookedBack(tx: Tx, { subjectId, at }: Told<typeof overrideReviewed.shape>): Promise<void> {
  await tellOnce(tx, { bundle: `launch:review:${subjectId}`, why: "looked-back", people: TEAM, at });
}

/** Whoever is asked whether they would miss the place finds the question in their bell. */
export async function tellAsked(tx: Tx, { subjectId, at }: Told<typeof missedOpened.shape>): Promise<void> {
  const asked = sql`select ${missedAsk.personId} as person_id from ${missedAsk}
    where ${missedAsk.roundId} = ${subjectId}::uuid and not ${missedAsk.hasAnswered}`;
  await tellOnce(tx, { bundle: `launch:${subjectId}`, why: "missed-asked", people: asked, at });
}

/** The hosts of the next wave are asked whom they will expect; again when they are asked again. */
export async function tellHostsAsked(
  tx: Tx,
  { id, actorId, payload, at }: Told<typeof hostsAsked.shape>,
): Promise<void> {
  const those = sql`select value::uuid as person_id from jsonb_array_elements_text(${JSON.stringify(payload.hostIds)}::jsonb)
    where value::uuid is distinct from ${actorId}::uuid`;
  await tellOnce(tx, { bundle: `expect:${id}`, why: "expect-asked", people: those, at });
}

/**
 * Whoever planned a flip hears that it did not happen, unless they ended it themselves; again when more became of it. A
 * letter of its own says what changed.
 */
export async function tellPlan(tx: Tx, { subjectId, actorId, at }: Told<typeof planClosed.shape>): Promise<void> {
  const planner = sql`select ${flipPlan.proposedBy} as person_id from ${flipPlan} where ${flipPlan.id} = ${subjectId}::uuid`;
  await tellInBell(tx, {
    bundle: `plan:${subjectId}`,
    why: "plan-closed",
    people: planner,
    actorId,
    at,
    plan: subjectId,
  });
}

/** What is said of the launch by nobody in particular, and does not come up again. */
async function tellOnce(tx: Tx, line: Pick<BellLine, "bundle" | "why" | "people" | "at">): Promise<void> {
  await tellInBell(tx, { ...line, actorId: null, once: true });
}
