import { eq } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import type { Tx } from "@/platform/database/client";
import { Refusal } from "@/platform/errors";
import type { ConversationId } from "@/posts/shape";
import { idea } from "../schema";
import { type HeldIdea, lockIdea } from "./lock-idea";

/** Two hosts would have to merge the same idea back and forth this often while somebody votes. */
const TRIES = 5;

/**
 * Holds the idea that an idea is one with now: itself, or the one that it was merged into, also when that happened while
 * this waited. Whoever votes or writes at that moment loses nothing. Nobody holds a double while they wait for its idea:
 * the savepoint lets go of it first, so that this and a merge never wait for one another.
 * @throws Refusal `not-found` when it was removed in the meantime
 */
export async function lockStanding(act: Act, id: ConversationId): Promise<HeldIdea> {
  let at = id;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const held = await holdUnlessMerged(act, at);
    if ("status" in held) return held;
    at = held.goOn;
  }
  throw new Refusal("conflict");
}

/** Lets go of a row that turns out to be a double. */
class GoOn extends Error {
  constructor(readonly to: ConversationId) {
    super("merged");
  }
}

async function holdUnlessMerged(act: Act, id: ConversationId): Promise<HeldIdea | { goOn: ConversationId }> {
  // Most of the time it is known before that the idea is a double, and nothing has to be let go of.
  const [seen] = await act.tx.select({ into: idea.mergedInto }).from(idea).where(eq(idea.id, id));
  if (seen?.into) return { goOn: seen.into };
  return act.tx
    .transaction(async (inner) => {
      const held = await lockIdea({ tx: inner as Tx }, id);
      if (held.mergedInto !== null) throw new GoOn(held.mergedInto);
      return held;
    })
    .catch((error: unknown) => {
      if (error instanceof GoOn) return { goOn: error.to };
      throw error;
    });
}
