import { and, eq, gt, isNull, or } from "drizzle-orm";
import type { PersonId } from "@/members/shape";
import { now } from "@/platform/clock";
import type { Cause } from "@/platform/events/event";
import { admission } from "../schema";

/** A person who signs in takes up what they were offered: from then on it does not run out. */
export async function acceptAdmissions(cause: Cause, person: PersonId): Promise<void> {
  await cause.tx
    .update(admission)
    .set({ acceptedAt: now() })
    .where(
      and(
        eq(admission.personId, person),
        isNull(admission.acceptedAt),
        isNull(admission.revokedAt),
        or(isNull(admission.expiresAt), gt(admission.expiresAt, now())),
      ),
    );
}
