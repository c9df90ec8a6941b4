import { and, countDistinct, eq, isNull, ne, sql } from "drizzle-orm";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { type Cause, record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import { roleEnded, roleGranted } from "../events";
import { person, personRole } from "../schema";
import type { PersonId, Role, RoleSource } from "../shape";

/** Gives a role from one source; giving it twice changes nothing. */
export async function grantRole(cause: Cause, to: PersonId, role: Role, source: RoleSource): Promise<void> {
  const rows = await cause.tx
    .insert(personRole)
    .values({ id: newId<"person-role">(), personId: to, role, source, since: now(), grantedBy: cause.actor })
    .onConflictDoNothing()
    .returning({ id: personRole.id });
  if (rows.length > 0) await record(cause, roleGranted, to, { role, source });
}

/**
 * Ends a role as far as one source gave it.
 * @throws Refusal `conflict` when that would leave the place without an admin
 */
export async function endRole(cause: Cause, of: PersonId, role: Role, source: RoleSource): Promise<void> {
  const rows = await cause.tx
    .update(personRole)
    .set({ until: now() })
    .where(
      and(
        eq(personRole.personId, of),
        eq(personRole.role, role),
        eq(personRole.source, source),
        isNull(personRole.until),
      ),
    )
    .returning({ id: personRole.id });
  if (rows.length === 0) return;
  if (role === "admin") await keepAnAdmin(cause);
  await record(cause, roleEnded, of, { role, source });
}

/**
 * Refuses the transaction when nobody who can sign in is an admin any more, or only one is where every step of the
 * launch needs two.
 */
export async function keepAnAdmin(cause: Cause): Promise<void> {
  const missing = await adminMissing(cause.tx, await adminsLeft(cause.tx));
  if (missing !== null) throw new Refusal("conflict", missing);
}

/** Which admin would be missing when so many are left: the last, or the second where every step needs two. */
export async function adminMissing(tx: Cause["tx"], left: number): Promise<"lastAdmin" | "lastSecondAdmin" | null> {
  if (left === 0) return "lastAdmin";
  // The setting is the launch's, which this room comes before and cannot import.
  const [launch] = await tx.execute<{ two: boolean }>(sql`select two_admins as two from launch_state`);
  return left === 1 && launch?.two === true ? "lastSecondAdmin" : null;
}

/** How many admins can sign in. Until the transaction ends nobody else changes that by the same way. */
export async function adminsLeft(tx: Cause["tx"]): Promise<number> {
  // Two admins who end each other at once must not both succeed.
  await tx.execute(sql`select pg_advisory_xact_lock(7238102)`);
  const [left] = await tx
    .select({ count: countDistinct(personRole.personId) })
    .from(personRole)
    .innerJoin(person, eq(person.id, personRole.personId))
    .where(
      and(eq(personRole.role, "admin"), isNull(personRole.until), eq(person.state, "active"), ne(person.kind, "bot")),
    );
  return left?.count ?? 0;
}
