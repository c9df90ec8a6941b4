import { and, eq, isNull, ne, sql } from "drizzle-orm";
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

/** Refuses the transaction when nobody who can sign in is an admin any more. */
export async function keepAnAdmin(cause: Cause): Promise<void> {
  // Two admins who end each other at once must not both succeed.
  await cause.tx.execute(sql`select pg_advisory_xact_lock(7238102)`);
  const [left] = await cause.tx
    .select({ id: personRole.id })
    .from(personRole)
    .innerJoin(person, eq(person.id, personRole.personId))
    .where(
      and(eq(personRole.role, "admin"), isNull(personRole.until), eq(person.state, "active"), ne(person.kind, "bot")),
    )
    .limit(1);
  if (left === undefined) throw new Refusal("conflict", "lastAdmin");
}
