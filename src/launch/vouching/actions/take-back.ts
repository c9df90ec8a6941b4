import { eq } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { revokeAdmission } from "@/stages/actions/revoke-admission";
import { admission, launchState } from "@/stages/schema";
import { invitationRevoked } from "../../events";
import { invitationsNumbered } from "../events";
import type { OwnInvitation } from "../queries";
import { leaveQueue } from "../queue";

/**
 * A member takes an invitation back that nobody took up.
 * @throws Refusal `conflict` when somebody came by it, or it was taken back already
 */
export async function takeInvitationBack(act: Act, one: OwnInvitation): Promise<void> {
  const [row] = await act.tx
    .select({ acceptedAt: admission.acceptedAt })
    .from(admission)
    .where(eq(admission.id, one.admissionId))
    .for("update");
  if (row?.acceptedAt != null) throw new Refusal("conflict", "vouchTakenUp");
  await revokeAdmission(act, one.admissionId);
  await leaveQueue(act.tx, one.personId);
  await record(act, invitationRevoked, one.id, { personId: one.personId });
}

/** Says how many people each member may invite. What was sent before stands. */
export async function setNumber(act: Act, number: number): Promise<void> {
  await act.tx.update(launchState).set({ memberInvitations: number });
  await record(act, invitationsNumbered, "only", { number });
}
