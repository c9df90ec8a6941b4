import { eq } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { record } from "@/platform/events/event";
import { hold } from "@/posts/actions/hold";
import type { ConversationId } from "@/posts/shape";
import { ideaWeighed } from "../../events";
import { ideaWeight } from "../schema";
import type { Weighing } from "../shape";

/** Notes what an idea would take and bring; with nothing noted the weight goes. */
export async function weighIdea(act: Act, id: ConversationId, weight: Weighing): Promise<void> {
  await hold(act.tx, id);
  const row = { ...weight, weighedBy: act.actor, weighedAt: now() };
  const isEmpty = weight.effort === null && weight.value === null && weight.effortLine + weight.valueLine === "";
  if (isEmpty) await act.tx.delete(ideaWeight).where(eq(ideaWeight.ideaId, id));
  else
    await act.tx
      .insert(ideaWeight)
      .values({ ideaId: id, ...row })
      .onConflictDoUpdate({ target: ideaWeight.ideaId, set: row });
  await record(act, ideaWeighed, id, {});
}
