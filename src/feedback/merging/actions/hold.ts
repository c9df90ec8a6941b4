import { eq, sql } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { Refusal } from "@/platform/errors";
import type { ConversationId } from "@/posts/shape";
import { type HeldIdea, lockIdeas } from "../../actions/lock-idea";
import { idea } from "../../schema";

/**
 * Holds an idea and, when it is a double, the one that it was merged into, in the order of their ids.
 * @throws Refusal `not-found` when it was removed meanwhile, `conflict` when it was merged at this very moment
 */
export async function holdWithItsIdea(act: Pick<Act, "tx">, id: ConversationId): Promise<HeldIdea> {
  const [seen] = await act.tx.select({ into: idea.mergedInto }).from(idea).where(eq(idea.id, id));
  const into = seen?.into ?? null;
  const held = await lockIdeas(act, into === null ? [id] : [id, into]);
  const row = held.find((one) => one.id === id);
  if (row === undefined) throw new Refusal("not-found");
  if (row.mergedInto !== into) throw new Refusal("conflict");
  return row;
}

/** The same for an idea that was removed and comes back. */
export async function lockWithItsIdea(act: Pick<Act, "tx">, id: ConversationId): Promise<void> {
  await act.tx.execute(sql`select i.id from idea i
    where i.id = ${id}::uuid or i.id = (select d.merged_into from idea d where d.id = ${id}::uuid)
    order by i.id for no key update`);
}
