import { inArray, isNull, sql } from "drizzle-orm";
import { person } from "@/members/schema";
import { now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { type Reaction, reaction } from "@/platform/events/reaction";
import type { Id } from "@/platform/ids";
import { admittedAt } from "@/stages/admitted";
import { audienceChanged, personAdmitted, stageFlipped } from "@/stages/events";
import { currentStage } from "@/stages/queries";
import { launchState } from "@/stages/schema";
import { lastStanding } from "./history";
import { joinRequest } from "./schema";
import { freezeLater } from "./units";

/**
 * Whoever is inside waits no more: their request is answered.
 * @param flip the flip that let them in, if one did: whom the pilot admits comes in by the flip to it
 */
async function closeAnswered(tx: Tx, flip: Id<"flip"> | null): Promise<void> {
  // A flip that is being taken back is waited for: it opens again what it had closed, and nothing may close after it.
  await tx.select({ only: launchState.only }).from(launchState).for("share");
  const { stage, audience } = await currentStage(tx);
  const at = now();
  const inside = tx
    .select({ id: person.id })
    .from(person)
    .where(admittedAt(stage, audience, at));
  await tx
    .update(joinRequest)
    .set({ closedAt: at, closedByFlip: flip })
    .where(sql`${isNull(joinRequest.closedAt)} and ${inArray(joinRequest.personId, inside)}`);
}

export const launchReactions: readonly Reaction[] = [
  reaction("launch.close-requests-on-flip", stageFlipped, (tx, { subjectId }) =>
    closeAnswered(tx, subjectId as Id<"flip">),
  ),
  reaction("launch.freeze-units", stageFlipped, (tx, { subjectId }) => freezeLater(tx, subjectId as Id<"flip">)),
  reaction("launch.close-requests-on-audience", audienceChanged, async (tx) =>
    closeAnswered(tx, (await lastStanding(tx))?.id ?? null),
  ),
  reaction("launch.close-requests-on-admission", personAdmitted, (tx) => closeAnswered(tx, null)),
];
