import { notice } from "@/notices/schema";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { newId } from "@/platform/ids";
import { announce } from "@/platform/live/announce";
import { touched } from "@/platform/live/topic";
import { moderationAct } from "@/posts/moderation/schema";
import type { ModerationVerb } from "@/posts/moderation/shape";
import type { LoadedThing } from "../thing";

/** Writes down what a host did and why, and rings the bell of whoever wrote the words; dropping a report tells nobody. */
export async function noteAct(
  act: Act,
  thing: LoadedThing,
  done: { verb: ModerationVerb; reason: string; until?: Date },
): Promise<void> {
  const at = now();
  await act.tx.insert(moderationAct).values({
    id: newId<"moderation-act">(),
    caseId: thing.id,
    personId: thing.authorId,
    byId: act.actor,
    verb: done.verb,
    reason: done.reason,
    until: done.until ?? null,
    at,
  });
  if (done.verb === "dismiss") return;
  const told = { since: at, lastAt: at, readAt: null, digestedAt: at };
  await act.tx
    .insert(notice)
    .values({ id: newId<"notice">(), personId: thing.authorId, bundle: "hosts", kind: "place", why: "hosts", ...told })
    .onConflictDoUpdate({ target: [notice.personId, notice.bundle], set: told });
  await announce(act.tx, [touched("person", thing.authorId)]);
}
