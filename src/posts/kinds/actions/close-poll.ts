import { and, desc, eq } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { event } from "@/platform/events/schema";
import type { ConversationId } from "../../shape";
import { pollClosed, pollReopened } from "../events";
import { poll } from "../schema";

/**
 * Closes a poll before its time: it takes no more answers and shows those that it has.
 * @throws Refusal `conflict` when it is closed already
 */
export async function closePoll(act: Act, id: ConversationId): Promise<void> {
  const moment = now();
  const { closesAt } = await held(act, id);
  if (closesAt !== null && closesAt <= moment) throw new Refusal("conflict", "pollClosed");
  await act.tx.update(poll).set({ closesAt: moment }).where(eq(poll.id, id));
  await record(act, pollClosed, id, { until: closesAt?.toISOString() ?? null });
}

/**
 * Lets a poll take answers again: until the moment that it had before it was closed, where that lies ahead, and
 * otherwise for as long as nobody closes it.
 * @throws Refusal `conflict` when it is open
 */
export async function reopenPoll(act: Act, id: ConversationId): Promise<void> {
  const moment = now();
  const { closesAt } = await held(act, id);
  if (closesAt === null || closesAt > moment) throw new Refusal("conflict", "pollOpen");
  const until = await before(act, id);
  await act.tx
    .update(poll)
    .set({ closesAt: until !== null && until > moment ? until : null })
    .where(eq(poll.id, id));
  await record(act, pollReopened, id, {});
}

/** Holds a poll, so that nobody answers, closes or opens it at the same moment. */
async function held(act: Act, id: ConversationId): Promise<{ closesAt: Date | null }> {
  const [row] = await act.tx.select({ closesAt: poll.closesAt }).from(poll).where(eq(poll.id, id)).for("update");
  if (row === undefined) throw new Refusal("not-found");
  return row;
}

/** When it was to close before somebody closed it, as the trail of events tells. */
async function before(act: Act, id: ConversationId): Promise<Date | null> {
  const [told] = await act.tx
    .select({ payload: event.payload })
    .from(event)
    .where(and(eq(event.subject, `post:${id}`), eq(event.name, pollClosed.name)))
    .orderBy(desc(event.at), desc(event.id))
    .limit(1);
  const until = told === undefined ? null : pollClosed.shape.parse(told.payload).until;
  return until === null ? null : new Date(until);
}
