import { and, eq, or, sql } from "drizzle-orm";
import { personAddress } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { personSignedIn } from "@/members/sign-in/events";
import type { Tx } from "@/platform/database/client";
import { record } from "@/platform/events/event";
import { type Reaction, reaction, type Told } from "@/platform/events/reaction";
import { adviceAsked } from "./events";
import { advice } from "./schema";

/** Whoever was invited through a post is told of it when they are there: that is what they came for. */
async function tellArrival(tx: Tx, event: Told<typeof personSignedIn.shape>): Promise<void> {
  if (!event.payload.first) return;
  const who = event.subjectId as PersonId;
  const theirs = sql`${advice.address} in (select ${personAddress.address} from ${personAddress}
    where ${personAddress.personId} = ${who}::uuid)`;
  const rows = await tx
    .update(advice)
    .set({ state: "told", personId: who, address: null })
    .where(and(eq(advice.state, "invited"), or(eq(advice.personId, who), theirs)))
    .returning({ id: advice.id, conversationId: advice.conversationId, askedBy: advice.askedBy });
  for (const { id, conversationId, askedBy } of rows) {
    const cause = { tx, actor: askedBy, requestId: event.requestId };
    await record(cause, adviceAsked, id, { conversationId, personId: who });
  }
}

export const adviceReactions: readonly Reaction[] = [reaction("advice.tell-arrival", personSignedIn, tellArrival)];
