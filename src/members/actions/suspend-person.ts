import { and, eq, isNull, lte } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { record } from "@/platform/events/event";
import { personSuspended } from "../events";
import { person, personRole, session } from "../schema";
import type { PersonId } from "../shape";
import { keepAnAdmin } from "./set-role";

/**
 * Closes the place to a person, whose devices are signed out at once, or opens it again.
 * @param until when it opens again by itself; null for not before somebody opens it
 */
export async function suspendPerson(
  act: Act,
  id: PersonId,
  suspended: boolean,
  until: Date | null = null,
): Promise<void> {
  await act.tx
    .update(person)
    .set({ state: suspended ? "suspended" : "active", suspendedUntil: suspended ? until : null })
    .where(eq(person.id, id));
  if (suspended) {
    await act.tx.delete(session).where(eq(session.personId, id));
    if (await isAdmin(act.tx, id)) await keepAnAdmin(act);
  }
  await record(act, personSuspended, id, { suspended, until: suspended ? (until?.toISOString() ?? null) : null });
}

async function isAdmin(tx: Tx, id: PersonId): Promise<boolean> {
  const [role] = await tx
    .select({ id: personRole.id })
    .from(personRole)
    .where(and(eq(personRole.personId, id), eq(personRole.role, "admin"), isNull(personRole.until)))
    .limit(1);
  return role !== undefined;
}

/**
 * Ends the suspensions whose time is over. Whoever knocks is let in by the clock, not by this: it is asked at each
 * sign-in as well as once an hour.
 */
export async function endSuspensions(tx: Tx, requestId: string): Promise<void> {
  const over = await tx
    .update(person)
    .set({ state: "active", suspendedUntil: null })
    .where(and(eq(person.state, "suspended"), lte(person.suspendedUntil, now())))
    .returning({ id: person.id });
  for (const { id } of over)
    await record({ tx, actor: null, requestId }, personSuspended, id, { suspended: false, until: null });
}
