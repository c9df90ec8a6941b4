import { and, eq, sql } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import type { ConversationId } from "../../shape";
import { poll, pollOption, postEvent } from "../schema";
import type { NewEvent, NewPoll } from "../shape";

/** Writes what a poll asks, beside the post that was just published. */
export async function addPoll(act: Act, id: ConversationId, asked: NewPoll): Promise<void> {
  await act.tx.insert(poll).values({ id, several: asked.several, named: asked.named, closesAt: asked.closesAt });
  await act.tx
    .insert(pollOption)
    .values(asked.options.map((label, index) => ({ pollId: id, position: index + 1, label })));
}

/** Writes when and where it takes place, beside the post that was just published. */
export async function addEvent(act: Act, id: ConversationId, planned: NewEvent): Promise<void> {
  await act.tx.insert(postEvent).values({ id, ...planned });
}

/** Changes when and where it takes place; says whether anything is different now. */
export async function changeEvent(act: Act, id: ConversationId, planned: NewEvent): Promise<boolean> {
  const { startsAt, endsAt, timeZone, place, link } = planned;
  const rows = await act.tx
    .update(postEvent)
    .set(planned)
    .where(
      and(
        eq(postEvent.id, id),
        sql`(${postEvent.startsAt}, ${postEvent.endsAt}, ${postEvent.timeZone}, ${postEvent.place}, ${postEvent.link})
          is distinct from (${startsAt.toISOString()}::timestamptz, ${endsAt.toISOString()}::timestamptz,
            ${timeZone}::text, ${place}::text, ${link}::text)`,
      ),
    )
    .returning({ id: postEvent.id });
  return rows.length > 0;
}
