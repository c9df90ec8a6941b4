import { and, eq, inArray, isNull } from "drizzle-orm";
import { now } from "@/platform/clock";
import { type Cause, record } from "@/platform/events/event";
import { adminMissing, adminsLeft, grantRole } from "../../actions/set-role";
import { roleEnded, roleKept } from "../../events";
import { personRole } from "../../schema";
import type { PersonId, Role } from "../../shape";

type Given = { readonly role: Role; readonly source: "sso" | "environment" };

/**
 * Opens and ends the roles that come from outside, as far as they come from there. The last admin keeps theirs, and so
 * does one of the last two where every step of the launch needs a second: the sign-in goes on, the audit says so, and
 * the role ends at their next sign-in once there is another.
 */
export async function syncRoles(cause: Cause, person: PersonId, wanted: readonly Given[]): Promise<void> {
  for (const { role, source } of wanted) await grantRole(cause, person, role, source);
  const open = await cause.tx
    .select({ id: personRole.id, role: personRole.role, source: personRole.source })
    .from(personRole)
    .where(
      and(
        eq(personRole.personId, person),
        isNull(personRole.until),
        inArray(personRole.source, ["sso", "environment"]),
      ),
    );
  for (const held of open) {
    if (wanted.some((one) => one.role === held.role && one.source === held.source)) continue;
    const ended = await endUnlessLast(cause, held);
    await record(cause, ended ? roleEnded : roleKept, person, { role: held.role, source: held.source });
  }
}

/** @returns false when it was kept, because the place would be without an admin whom it needs */
async function endUnlessLast(
  { tx }: Cause,
  { id, role }: Pick<typeof personRole.$inferSelect, "id" | "role">,
): Promise<boolean> {
  const isAdmin = role === "admin";
  const before = isAdmin ? await adminsLeft(tx) : 0;
  await tx.update(personRole).set({ until: now() }).where(eq(personRole.id, id));
  if (!isAdmin) return true;
  const left = await adminsLeft(tx);
  // Who is an admin by another source too, or could not sign in anyway, leaves as many as before.
  if (left === before || (await adminMissing(tx, left)) === null) return true;
  await tx.update(personRole).set({ until: null }).where(eq(personRole.id, id));
  return false;
}
