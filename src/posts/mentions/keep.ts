import { and, eq, isNull, notInArray, or, type SQL, sql } from "drizzle-orm";
import { now } from "@/platform/clock";
import { type Cause, record } from "@/platform/events/event";
import { mentionMade } from "../events";
import type { CommentId, ConversationId } from "../shape";
import { mention } from "./schema";
import type { Settled } from "./settle";

type Where = { readonly conversation: ConversationId; readonly comment: CommentId | null };

function standsAt(where: Where): SQL {
  const comment = where.comment === null ? isNull(mention.commentId) : eq(mention.commentId, where.comment);
  return and(eq(mention.conversationId, where.conversation), comment) ?? sql`false`;
}

/** Whether a text called the whole space already. */
export async function hasCalled(cause: Cause, where: Where): Promise<boolean> {
  const rows = await cause.tx
    .select({ space: mention.spaceId })
    .from(mention)
    .where(and(standsAt(where), sql`${mention.spaceId} is not null`))
    .limit(1);
  return rows.length > 0;
}

/** Writes down whom a text names; of those it names anew, others hear. Nobody calls themselves. */
export async function keepMentions(cause: Cause, where: Where, { people, calls }: Settled): Promise<void> {
  const others = people.filter((id) => id !== cause.actor);
  const at = { conversationId: where.conversation, commentId: where.comment, madeAt: now() };
  const rows = [
    ...others.map((personId) => ({ ...at, personId, spaceId: null })),
    ...(calls === null ? [] : [{ ...at, personId: null, spaceId: calls.space }]),
  ];
  const made =
    rows.length === 0
      ? []
      : await cause.tx
          .insert(mention)
          .values(rows)
          .onConflictDoNothing()
          .returning({ personId: mention.personId, spaceId: mention.spaceId });
  if (made.length === 0) return;
  await record(cause, mentionMade, where.conversation, {
    conversationId: where.conversation,
    commentId: where.comment,
    personIds: made.flatMap(({ personId }) => (personId === null ? [] : [personId])),
    spaceId: made.find(({ spaceId }) => spaceId !== null)?.spaceId ?? null,
  });
}

/** The same for a text that took another's place: whom it names no longer is no longer named. */
export async function changeMentions(cause: Cause, where: Where, settled: Settled): Promise<void> {
  const gone = [
    settled.people.length === 0
      ? sql`${mention.personId} is not null`
      : notInArray(mention.personId, [...settled.people]),
    ...(settled.calls === null ? [sql`${mention.spaceId} is not null`] : []),
  ];
  await cause.tx.delete(mention).where(and(standsAt(where), or(...gone)));
  await keepMentions(cause, where, settled);
}
