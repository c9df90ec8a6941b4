import { and, eq } from "drizzle-orm";
import { session } from "@/members/schema";
import type { Act } from "@/platform/access/procedure";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import { env } from "@/platform/env";
import { Refusal } from "@/platform/errors";
import { newId } from "@/platform/ids";
import { pushDevice } from "../schema";
import { isPushService } from "../shape";

type Subscription = { endpoint: string; p256dh: string; auth: string };

/**
 * Lets a browser show the actor's notices; whoever used it before is told nothing there any more.
 * @throws Refusal `invalid` for an address that belongs to no push service
 */
export async function addDevice(act: Act, { sessionId }: Viewer, given: Subscription): Promise<void> {
  if (!isPushService(given.endpoint, env().PUSH_HOSTS)) throw new Refusal("invalid", "invalid");
  // A session that has ended meanwhile has no device any more.
  const [here] = await act.tx.select({ id: session.id }).from(session).where(eq(session.id, sessionId));
  if (here === undefined) return;
  const row = { personId: act.actor, sessionId, p256dh: given.p256dh, auth: given.auth, createdAt: now() };
  await act.tx
    .insert(pushDevice)
    .values({ id: newId<"push-device">(), endpoint: given.endpoint, ...row })
    .onConflictDoUpdate({ target: pushDevice.endpoint, set: row });
}

/** Ends the notices on the browsers of the actor's session. */
export async function removeDevice(act: Act, { sessionId }: Viewer): Promise<void> {
  await act.tx.delete(pushDevice).where(and(eq(pushDevice.personId, act.actor), eq(pushDevice.sessionId, sessionId)));
}
