import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { PersonId } from "@/members/shape";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import type { Id } from "@/platform/ids";
import { asksIn, liveAdmission } from "@/stages/reasons";
import { admission, launchState } from "@/stages/schema";
import { reached } from "@/stages/shape";
import { ADMITS_FROM } from "@/stages/standing";
import { stateAt } from "../invitations";
import { invitation } from "../schema";
import type { OwnInvitations } from "./views";

/** A member sees their latest invitations: more than these nobody has, unless most of them ended. */
const SHOWN_MAX = 50;

/** An invitation that a member sent, for the member in person. */
export type OwnInvitation = { id: Id<"invitation">; admissionId: Id<"admission">; personId: PersonId };

/** The invitations of a member that count: those that wait and those that were taken up. */
export function countsOf(member: PersonId, at: Date): SQL<number> {
  const counted = sql`select count(*)::int from ${invitation} join ${admission} on ${admission.id} = ${invitation.admissionId}
    where ${invitation.invitedBy} = ${member} and ${asksIn("member")} and ${liveAdmission(at)}`;
  // One level deep: Drizzle takes the table's name from columns at the top of a selected expression.
  return sql<number>`(${counted})`;
}

/** What a member may still give, and what became of what they gave. */
export async function ownInvitations(db: Reader, viewer: Viewer): Promise<OwnInvitations> {
  const at = now();
  const [rule] = await db
    .select({ number: launchState.memberInvitations, used: countsOf(viewer.id, at) })
    .from(launchState);
  const rows = await db
    .select({
      id: invitation.id,
      address: invitation.address,
      invitedAt: invitation.invitedAt,
      until: admission.expiresAt,
      state: stateAt(at),
    })
    .from(invitation)
    .innerJoin(admission, eq(admission.id, invitation.admissionId))
    .where(and(eq(invitation.invitedBy, viewer.id), asksIn("member")))
    .orderBy(desc(invitation.invitedAt), desc(invitation.id))
    .limit(SHOWN_MAX);
  const number = rule?.number ?? 0;
  return {
    number,
    left: Math.max(0, number - (rule?.used ?? 0)),
    opens: reached(viewer.stage, ADMITS_FROM["member-invitation"]),
    items: rows.map((row) => ({ ...row, mayTakeBack: row.state === "waiting" })),
  };
}

/** A member's own invitation that nobody took up yet, or null. */
export async function ownWaiting(db: Reader, viewer: Viewer, id: Id<"invitation">): Promise<OwnInvitation | null> {
  const [row] = await db
    .select({ id: invitation.id, admissionId: invitation.admissionId, personId: invitation.personId })
    .from(invitation)
    .innerJoin(admission, eq(admission.id, invitation.admissionId))
    .where(and(eq(invitation.id, id), eq(invitation.invitedBy, viewer.id), asksIn("member")));
  return row ?? null;
}
