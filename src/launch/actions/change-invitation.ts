import { eq } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { daysAfter, now } from "@/platform/clock";
import { HOUR } from "@/platform/durations";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { revokeAdmission } from "@/stages/actions/revoke-admission";
import { currentStage } from "@/stages/queries";
import { admission } from "@/stages/schema";
import { reached } from "@/stages/shape";
import { ADMITS_FROM } from "@/stages/standing";
import { invitationRevoked, invitationSent } from "../events";
import type { LoadedInvitation } from "../invitations";
import { invitation } from "../schema";
import { INVITATION_DAYS } from "../shape";
import { leaveQueue, putInQueue } from "../vouching/queue";

/**
 * Takes an invitation back: the person is outside at the next request, unless something else lets them in, and
 * stands in the queue no more when they stood there by it alone.
 * @throws Refusal `conflict` when it was taken back already
 */
export async function revokeInvitation(act: Act, one: LoadedInvitation): Promise<void> {
  await revokeAdmission(act, one.admissionId);
  await leaveQueue(act.tx, one.person.id);
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
  await queueAgain(act, row, moment);
  await record(act, invitationSent, one.id, { personId: one.person.id, again: true });
}

/** Where the letter opens no door yet it vouches: its person stands in the queue again, which they left when it ran out. */
async function queueAgain({ tx }: Act, { personId, kind }: typeof admission.$inferSelect, at: Date): Promise<void> {
  if (kind !== "member-invitation") return;
  const { stage } = await currentStage(tx);
  if (!reached(stage, ADMITS_FROM[kind])) await putInQueue(tx, personId, at);
}
