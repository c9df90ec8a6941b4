import { and, eq, inArray } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import type { Id } from "@/platform/ids";
import { enqueue } from "@/platform/jobs/boss";
import { letterResent } from "../events";
import { letters } from "../queue";
import { letter } from "../schema";

/**
 * Puts a letter that failed, or was kept, on the way again.
 * @throws Refusal `conflict` when it left, or waits already
 */
export async function resendLetter(act: Act, id: Id<"letter">): Promise<void> {
  const [row] = await act.tx
    .update(letter)
    .set({ state: "waiting", attempts: 0, problem: "" })
    .where(and(eq(letter.id, id), inArray(letter.state, ["failed", "kept"])))
    .returning({ id: letter.id });
  if (row === undefined) throw new Refusal("conflict", "letterSent");
  await enqueue(act.tx, letters, { letterId: id });
  await record(act, letterResent, id, {});
}
