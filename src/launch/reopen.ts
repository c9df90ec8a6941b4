import { and, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/platform/database/client";
import type { Id } from "@/platform/ids";
import { lastStanding } from "./history";
import { flipChange, joinRequest } from "./schema";

type FlipId = Id<"flip">;

/** Whoever has asked anew waits already. */
const WAITS = sql`exists (select 1 from join_request other
  where other.person_id = ${joinRequest.personId} and other.closed_at is null)`;

/** Requests wait again at their old place, unless their person has asked anew. */
async function reopen(tx: Tx, which: SQL | undefined): Promise<void> {
  await tx
    .update(joinRequest)
    .set({ closedAt: null, closedByFlip: null })
    .where(and(which, sql`not ${WAITS}`));
}

/** What a flip had answered waits again when it is undone. */
export async function openWhatItClosed(tx: Tx, undone: FlipId): Promise<void> {
  await reopen(tx, eq(joinRequest.closedByFlip, undone));
}

/** Whom a step back puts outside waits again when they had asked and a flip had let them in. */
export async function openForTheLost(tx: Tx, back: FlipId): Promise<void> {
  const last = sql`${joinRequest.id} = (select other.id from join_request other
    where other.person_id = ${joinRequest.personId} order by other.asked_at desc, other.id desc limit 1)`;
  await reopen(tx, and(inArray(joinRequest.personId, lostBy(tx, back)), isNotNull(joinRequest.closedByFlip), last));
}

/** The same when the step back is undone: they are inside again, by the flip that the stage stands on. */
export async function closeForTheLost(tx: Tx, undone: FlipId, at: Date): Promise<void> {
  const flip = (await lastStanding(tx))?.id ?? null;
  await tx
    .update(joinRequest)
    .set({ closedAt: at, closedByFlip: flip })
    .where(and(inArray(joinRequest.personId, lostBy(tx, undone)), isNull(joinRequest.closedAt)));
}

function lostBy(tx: Tx, flip: FlipId) {
  return tx
    .select({ id: flipChange.personId })
    .from(flipChange)
    .where(and(eq(flipChange.flipId, flip), eq(flipChange.change, "lost")));
}
