import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { now } from "@/platform/clock";
import { type Tx, transaction } from "@/platform/database/client";
import { newId } from "@/platform/ids";
import { asksIn, liveAdmission } from "@/stages/reasons";
import { admission } from "@/stages/schema";
import { joinRequest } from "../schema";

/** A member's word puts a colleague in the queue. No letter goes to the hosts: nobody asked anything yet. */
export async function putInQueue(tx: Tx, id: PersonId, at: Date): Promise<void> {
  const row = { id: newId<"join-request">(), personId: id, askedAt: at };
  await tx.insert(joinRequest).values(row).onConflictDoNothing();
}

/** Takes whoever was put in the queue by members alone out of it again, when the last of their words was taken back. */
export async function leaveQueue(tx: Tx, id: PersonId): Promise<void> {
  await closeUnvouched(tx, eq(joinRequest.personId, id));
}

/** The same for whoever's last word ran out unheard, by the clock. */
export async function leaveQueueInTime(): Promise<void> {
  await transaction((tx) => closeUnvouched(tx, undefined));
}

async function closeUnvouched(tx: Tx, which: SQL | undefined): Promise<void> {
  const at = now();
  const vouched = sql`exists (select 1 from ${admission} where ${admission.personId} = ${joinRequest.personId}
    and ${asksIn("member")} and ${liveAdmission(at)})`;
  // Whoever signed in once asked in person.
  const neverHere = sql`exists (select 1 from ${person} where ${person.id} = ${joinRequest.personId}
    and ${person.claimedAt} is null)`;
  await tx
    .update(joinRequest)
    .set({ closedAt: at })
    .where(and(isNull(joinRequest.closedAt), which, neverHere, sql`not ${vouched}`));
}
