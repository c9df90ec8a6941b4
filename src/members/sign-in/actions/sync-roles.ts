import { and, eq, inArray, isNull } from "drizzle-orm";
import { now } from "@/platform/clock";
import { type Cause, record } from "@/platform/events/event";
import { grantRole } from "../../actions/set-role";
import { roleEnded } from "../../events";
import { personRole } from "../../schema";
import type { PersonId, Role } from "../../shape";

type Given = { readonly role: Role; readonly source: "sso" | "environment" };

/**
 * Opens and ends the roles that come from outside, as far as they come from there. Unlike an admin's decision this is
 * not stopped at the last admin: what the directory took away must not stay; `LEVAIN_ADMIN` names a new one.
 */
export async function syncRoles(cause: Cause, person: PersonId, wanted: readonly Given[]): Promise<void> {
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
    await cause.tx.update(personRole).set({ until: now() }).where(eq(personRole.id, held.id));
    await record(cause, roleEnded, person, { role: held.role, source: held.source });
  }
  for (const { role, source } of wanted) await grantRole(cause, person, role, source);
}
