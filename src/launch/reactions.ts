import { inArray, isNull, sql } from "drizzle-orm";
import { person } from "@/members/schema";
import { now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { type Reaction, reaction } from "@/platform/events/reaction";
import { admittedAt } from "@/stages/admitted";
import { audienceChanged, personAdmitted, stageFlipped } from "@/stages/events";
import { currentStage } from "@/stages/queries";
import { joinRequest } from "./schema";

/** Whoever is inside waits no more: their request is answered. */
async function closeAnswered(tx: Tx): Promise<void> {
  const { stage, audience } = await currentStage(tx);
  const at = now();
  const inside = tx
    .select({ id: person.id })
    .from(person)
    .where(admittedAt(stage, audience, at));
  await tx
    .update(joinRequest)
    .set({ closedAt: at })
    .where(sql`${isNull(joinRequest.closedAt)} and ${inArray(joinRequest.personId, inside)}`);
}

export const launchReactions: readonly Reaction[] = [
  reaction("launch.close-requests-on-flip", stageFlipped, closeAnswered),
  reaction("launch.close-requests-on-audience", audienceChanged, closeAnswered),
  reaction("launch.close-requests-on-admission", personAdmitted, closeAnswered),
];
