import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { hold } from "@/posts/actions/hold";
import { followThread } from "@/posts/reading/actions/follow-thread";
import type { ConversationId } from "@/posts/shape";
import { ideaFollow } from "../schema";
import type { FOLLOW_WISHES } from "../shape";

type Wish = (typeof FOLLOW_WISHES)[number];

/** Says by hand what one wants to hear of an idea. It stays so, whatever one does on it later. */
export async function followIdea(act: Act, id: ConversationId, wish: Wish): Promise<void> {
  await hold(act.tx, id);
  const status = wish === "both" || wish === "status";
  const comments = wish === "both" || wish === "comments";
  const chosenAt = now();
  await act.tx
    .insert(ideaFollow)
    .values({ ideaId: id, personId: act.actor, status, chosenAt })
    .onConflictDoUpdate({ target: [ideaFollow.ideaId, ideaFollow.personId], set: { status, chosenAt } });
  await followThread(act, id, comments ? "everything" : "nothing");
}
