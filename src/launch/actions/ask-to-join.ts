import { and, eq, isNull } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import { joinAsked, joinTakenBack } from "../events";
import { joinRequest } from "../schema";
import type { JoinRequestInput } from "../shape";

/**
 * Asks to come in. Asking again changes the words and keeps the place in the order.
 * @throws Refusal `conflict` for somebody who is inside, `not-allowed` for somebody suspended
 */
export async function askToJoin(act: Act, viewer: Viewer, input: JoinRequestInput): Promise<void> {
  if (viewer.standing.admitted) throw new Refusal("conflict", "alreadyInside");
  if (viewer.standing.because === "suspended") throw new Refusal("not-allowed", "suspended");
  const [changed] = await act.tx
    .update(joinRequest)
    .set(input)
    .where(and(eq(joinRequest.personId, act.actor), isNull(joinRequest.closedAt)))
    .returning({ id: joinRequest.id });
  if (changed !== undefined) return;
  const id = newId<"join-request">();
  const [made] = await act.tx
    .insert(joinRequest)
    .values({ id, personId: act.actor, ...input, askedAt: now() })
    .onConflictDoNothing()
    .returning({ id: joinRequest.id });
  // Sent twice at once: the first one stands.
  if (made !== undefined) await record(act, joinAsked, id, { personId: act.actor });
}

/**
 * Takes one's own request back; the place in the order is given up.
 * @throws Refusal `conflict` when there is none
 */
export async function takeRequestBack(act: Act): Promise<void> {
  const [closed] = await act.tx
    .update(joinRequest)
    .set({ closedAt: now() })
    .where(and(eq(joinRequest.personId, act.actor), isNull(joinRequest.closedAt)))
    .returning({ id: joinRequest.id });
  if (closed === undefined) throw new Refusal("conflict", "noRequest");
  await record(act, joinTakenBack, closed.id, { personId: act.actor });
}
