import { and, eq, isNull, sql } from "drizzle-orm";
import type { PersonId } from "@/members/shape";
import type { Act } from "@/platform/access/procedure";
import { daysAfter, now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { record } from "@/platform/events/event";
import { type Id, newId } from "@/platform/ids";
import { grantAdmission } from "@/stages/actions/grant-admission";
import type { AdmissionKind } from "@/stages/shape";
import { invitationSent } from "../events";
import { invitation, joinRequest } from "../schema";
import { INVITATION_DAYS } from "../shape";

/** Two who invite the same person at once must not both do it. */
const LOCK = sql`select pg_advisory_xact_lock(7238104)`;

/** Holds off everybody else who invites until this transaction ends. */
export async function oneInviterAtATime(tx: Tx): Promise<void> {
  await tx.execute(LOCK);
}

/** What the letter says, in whose name, and which door it opens. */
type Letter = {
  readonly note: string;
  readonly by: PersonId;
  readonly kind: AdmissionKind;
  /** The member who wished for them. */
  readonly wantedBy?: PersonId | undefined;
};

/** Opens the door to somebody for a time, answers what they asked, and has the letter written. */
export async function sendInvitation(
  act: Act,
  to: { id: PersonId; address: string },
  { note, by, kind, wantedBy }: Letter,
): Promise<Id<"invitation">> {
  const moment = now();
  const expiresAt = daysAfter(moment, INVITATION_DAYS);
  const admissionId = await grantAdmission(act, { personId: to.id, kind, expiresAt, by, wantedBy });
  const id = newId<"invitation">();
  await act.tx.insert(invitation).values({
    id,
    admissionId,
    personId: to.id,
    address: to.address,
    note,
    invitedBy: by,
    invitedAt: moment,
    sentAt: moment,
  });
  // A member's invitation answers a request only where it opens the door: the reaction to the admission knows.
  if (kind !== "member-invitation")
    await act.tx
      .update(joinRequest)
      .set({ closedAt: moment })
      .where(and(eq(joinRequest.personId, to.id), isNull(joinRequest.closedAt)));
  await record(act, invitationSent, id, { personId: to.id, again: false });
  return id;
}
