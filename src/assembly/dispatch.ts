import { eq } from "drizzle-orm";
import type { z } from "zod";
import { now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import type { Reaction, Told } from "@/platform/events/reaction";
import { event, reactionDone } from "@/platform/events/schema";
import type { Id } from "@/platform/ids";
import { log } from "@/platform/log";

/**
 * Tells an event to whoever reacts to it, each in a transaction of its own that also notes that it ran: a second
 * telling does nothing. One that fails stops no other.
 * @throws the first failure, so that the job is tried again for those that failed
 */
export async function dispatchEvent(id: Id<"event">, reactions: readonly Reaction[]): Promise<void> {
  const told = await load(id);
  if (told === null) {
    log().warn({ event: id }, "an event was erased before it was told");
    return;
  }
  const outcomes = await Promise.allSettled(
    reactions.filter((one) => one.on === told.name).map((one) => react(one, told)),
  );
  const failed = outcomes.find((one) => one.status === "rejected");
  if (failed !== undefined) throw failed.reason;
}

async function load(id: Id<"event">): Promise<Told<z.ZodObject> | null> {
  const [row] = await reader().select().from(event).where(eq(event.id, id));
  if (row === undefined) return null;
  const { subject, actorId, ...rest } = row;
  return { ...rest, actorId: actorId as Id<"person"> | null, subjectId: subject.slice(subject.indexOf(":") + 1) };
}

async function react(reaction: Reaction, told: Told<z.ZodObject>): Promise<void> {
  await transaction(async (tx) => {
    // Whoever comes second waits here for the first, and finds the row when that one committed.
    const [mine] = await tx
      .insert(reactionDone)
      .values({ eventId: told.id, reaction: reaction.name, at: now() })
      .onConflictDoNothing()
      .returning({ reaction: reactionDone.reaction });
    if (mine !== undefined) await reaction.run(tx, told);
  });
}
