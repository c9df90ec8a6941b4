import { eq } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { daysAfter, now } from "@/platform/clock";
import { HOUR } from "@/platform/durations";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { revokeAdmission } from "@/stages/actions/revoke-admission";
import { admission } from "@/stages/schema";
import { invitationRevoked, invitationSent } from "../events";
import type { LoadedInvitation } from "../invitations";
import { invitation } from "../schema";
import { INVITATION_DAYS } from "../shape";

/**
 * Takes an invitation back: the person is outside at the next request, unless something else lets them in.
 * @throws Refusal `conflict` when it was taken back already
 */
export async function revokeInvitation(act: Act, one: LoadedInvitation): Promise<void> {
  await revokeAdmission(act, one.admissionId);
  await record(act, invitationRevoked, one.id, { personId: one.person.id });
}

/**
 * Sends the letter once more and lets the invitation run anew from today.
 * @throws Refusal `conflict` when it was accepted or taken back, `too-many` within an hour of the last letter
 */
export async function resendInvitation(act: Act, one: LoadedInvitation): Promise<void> {
  const moment = now();
  const [row] = await act.tx.select().from(admission).where(eq(admission.id, one.admissionId)).for("update");
  if (row === undefined || row.revokedAt !== null) throw new Refusal("conflict", "alreadyRevoked");
  if (row.acceptedAt !== null) throw new Refusal("conflict", "inviteInsideOne");
  const [letter] = await act.tx
    .select({ sentAt: invitation.sentAt })
    .from(invitation)
    .where(eq(invitation.id, one.id))
    .for("update");
  if (letter?.sentAt && moment.getTime() - letter.sentAt.getTime() < HOUR)
    throw new Refusal("too-many", "inviteJustSent");
  const expiresAt = daysAfter(moment, INVITATION_DAYS);
  await act.tx.update(admission).set({ expiresAt }).where(eq(admission.id, one.admissionId));
  await act.tx.update(invitation).set({ sentAt: moment }).where(eq(invitation.id, one.id));
  await record(act, invitationSent, one.id, { personId: one.person.id, again: true });
}
