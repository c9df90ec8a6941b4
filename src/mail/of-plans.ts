import { and, eq, type SQL, sql } from "drizzle-orm";
import { words } from "@/i18n/words";
import type { flipPlanned, planClosed, secondAdminOffAsked } from "@/launch/plans/events";
import { flipPlan } from "@/launch/plans/schema";
import { secondOffNow } from "@/launch/plans/second";
import { isAdmin } from "@/members/roles";
import { person } from "@/members/schema";
import { now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { env } from "@/platform/env";
import type { Told } from "@/platform/events/reaction";
import { addressees } from "./addressees";
import { planClosedLetter, planProposedLetter, secondOffLetter } from "./letters/of-plans";
import { writeLetter } from "./write-letter";

/** One letter to whoever planned a flip that did not happen, unless they ended it themselves. */
export async function tellPlanner(tx: Tx, event: Told<typeof planClosed.shape>): Promise<void> {
  const [plan] = await tx.select().from(flipPlan).where(sql`${flipPlan.id} = ${event.subjectId}::uuid`);
  if (plan === undefined || plan.proposedBy === null || plan.proposedBy === event.actorId) return;
  for (const to of await addressees(tx, eq(person.id, plan.proposedBy))) {
    const facts = { name: to.name, stage: plan.toStage, base: env().APP_URL, outcome: plan.outcome };
    await writeLetter(tx, { event: event.id, kind: "plan-closed" }, to, planClosedLetter(words(to.locale), facts));
  }
}

/** One letter to every other admin: somebody proposes a flip and asks for a second voice. */
export async function tellAdmins(tx: Tx, event: Told<typeof flipPlanned.shape>): Promise<void> {
  if (!event.payload.needsSecond) return;
  const [row] = await tx
    .select({ plan: flipPlan, by: person.displayName })
    .from(flipPlan)
    .innerJoin(person, eq(person.id, flipPlan.proposedBy))
    .where(and(sql`${flipPlan.id} = ${event.subjectId}::uuid`, eq(flipPlan.state, "proposed")));
  if (row === undefined) return;
  const { toStage: stage, reason, dueAt, timeZone, proposedBy } = row.plan;
  for (const to of await addressees(tx, otherAdmins(proposedBy))) {
    const facts = { name: to.name, stage, base: env().APP_URL, by: row.by, reason, dueAt, timeZone, at: now() };
    await writeLetter(tx, { event: event.id, kind: "plan-proposed" }, to, planProposedLetter(words(to.locale), facts));
  }
}

/** One letter to every other admin: somebody asks that one be enough again, while that still waits. */
export async function tellOfSecondOff(tx: Tx, event: Told<typeof secondAdminOffAsked.shape>): Promise<void> {
  const wish = await secondOffNow(tx, now());
  if (wish === null || wish.by.id !== event.actorId) return;
  for (const to of await addressees(tx, otherAdmins(wish.by.id))) {
    const draft = secondOffLetter(words(to.locale), { name: to.name, by: wish.by.name, base: env().APP_URL });
    await writeLetter(tx, { event: event.id, kind: "second-admin-off" }, to, draft);
  }
}

function otherAdmins(than: string | null): SQL | undefined {
  return and(isAdmin(sql`${person.id}`), sql`${person.id} is distinct from ${than}::uuid`);
}
