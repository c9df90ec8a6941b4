import type { Act } from "@/platform/access/procedure";
import { spaceFollow } from "../schema";
import type { FollowLevel, SpaceId } from "../shape";

/** Chooses how much of a space one hears of. It lasts as long as the place, and counts whether or not it is shown. */
export async function setLevel(act: Act, spaceId: SpaceId, level: FollowLevel): Promise<void> {
  await act.tx
    .insert(spaceFollow)
    .values({ personId: act.actor, spaceId, level })
    .onConflictDoUpdate({ target: [spaceFollow.personId, spaceFollow.spaceId], set: { level } });
}
