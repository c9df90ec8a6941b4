import type { PersonId } from "@/members/shape";
import { now } from "@/platform/clock";
import { type Cause, record } from "@/platform/events/event";
import { type Id, newId } from "@/platform/ids";
import { personAdmitted } from "../events";
import { admission } from "../schema";
import type { AdmissionKind } from "../shape";

/**
 * Stores the fact that lets a person in from its stage on.
 * @param grant.by in whose name, when that is not whoever acts
 * @returns the id of the fact
 */
export async function grantAdmission(
  cause: Cause,
  grant: {
    personId: PersonId;
    kind: AdmissionKind;
    expiresAt: Date | null;
    by?: PersonId | undefined;
    wantedBy?: PersonId | undefined;
  },
): Promise<Id<"admission">> {
  const id = newId<"admission">();
  await cause.tx.insert(admission).values({
    id,
    personId: grant.personId,
    kind: grant.kind,
    grantedBy: grant.by ?? cause.actor,
    wantedBy: grant.wantedBy,
    grantedAt: now(),
    expiresAt: grant.expiresAt,
  });
  await record(cause, personAdmitted, grant.personId, { admissionId: id, kind: grant.kind });
  return id;
}
