import { and, eq, lt, ne } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { found } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { session } from "../../schema";
import type { SessionId } from "../../shape";
import { sessionsEnded } from "../events";

/**
 * Signs one of the actor's own devices out, at once.
 * @throws Refusal `not-found` when it is none of theirs
 */
export async function endSession(act: Act, id: SessionId): Promise<void> {
  const rows = await act.tx
    .delete(session)
    .where(and(eq(session.id, id), eq(session.personId, act.actor)))
    .returning({ id: session.id });
  found(rows[0]);
  await record(act, sessionsEnded, act.actor, { count: 1 });
}

/** Signs all of the actor's devices out but the one they are on. Gives how many that were. */
export async function endOtherSessions(act: Act, current: SessionId): Promise<number> {
  const rows = await act.tx
    .delete(session)
    .where(and(eq(session.personId, act.actor), ne(session.id, current)))
    .returning({ id: session.id });
  if (rows.length > 0) await record(act, sessionsEnded, act.actor, { count: rows.length });
  return rows.length;
}

/** Removes sessions whose time is over; they already open nothing. */
export async function sweepSessions(tx: Tx): Promise<void> {
  await tx.delete(session).where(lt(session.expiresAt, now()));
}
