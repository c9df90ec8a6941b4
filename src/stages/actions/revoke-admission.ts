import { and, eq, isNull } from "drizzle-orm";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { type Cause, record } from "@/platform/events/event";
import type { Id } from "@/platform/ids";
import { admissionRevoked } from "../events";
import { admission } from "../schema";

/**
 * Takes an admission back; the person is outside at the next request.
 * @throws Refusal `conflict` when it was already taken back
 */
export async function revokeAdmission(cause: Cause, id: Id<"admission">): Promise<void> {
  const [row] = await cause.tx
    .update(admission)
    .set({ revokedAt: now() })
    .where(and(eq(admission.id, id), isNull(admission.revokedAt)))
    .returning({ personId: admission.personId });
  if (row === undefined) throw new Refusal("conflict", "alreadyRevoked");
  await record(cause, admissionRevoked, row.personId, { admissionId: id });
}
