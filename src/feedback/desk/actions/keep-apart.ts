import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { record } from "@/platform/events/event";
import type { ConversationId } from "@/posts/shape";
import { ideasKeptApart } from "../../events";
import { ideaPairApart } from "../../merging/schema";

/** Keeps that two ideas are different, so that nobody is asked again. */
export async function keepApart(act: Act, id: ConversationId, other: ConversationId): Promise<void> {
  const [oneId, otherId] = id < other ? [id, other] : [other, id];
  const kept = await act.tx
    .insert(ideaPairApart)
    .values({ oneId, otherId, saidBy: act.actor, saidAt: now() })
    .onConflictDoNothing()
    .returning({ oneId: ideaPairApart.oneId });
  if (kept.length > 0) await record(act, ideasKeptApart, id, { other });
}
