import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import { hold } from "../../actions/hold";
import { comment, conversation } from "../../schema";
import type { CommentId, ConversationId } from "../../shape";
import { reactionAdded, reactionRemoved } from "../events";
import { reaction } from "../schema";
import type { ReactionKind, ReactionWish } from "../shape";

/** What is reacted to: what opened a conversation, or a comment in it. */
type On = { readonly conversation: ConversationId; readonly comment: CommentId | null };

/**
 * Adds a kind sign or takes it back. Doing it twice changes nothing, so a second press never undoes the first.
 * @throws Refusal `not-found` when what it is for was taken back meanwhile
 */
export async function react(act: Act, on: On, wish: ReactionWish): Promise<void> {
  if (wish.add !== undefined) await add(act, on, wish.add);
  if (wish.remove !== undefined) await take(act, on, wish.remove);
}

async function add(act: Act, on: On, kind: ReactionKind): Promise<void> {
  await hold(act.tx, on.conversation, on.comment);
  const id = newId<"reaction">();
  const [made] = await act.tx
    .insert(reaction)
    .values({
      id,
      conversationId: on.conversation,
      commentId: on.comment,
      personId: act.actor,
      kind,
      reactedAt: now(),
    })
    .onConflictDoNothing()
    .returning({ id: reaction.id });
  if (made === undefined) return;
  await count(act, on, kind, 1);
  await record(act, reactionAdded, id, { conversationId: on.conversation, commentId: on.comment, kind });
}

async function take(act: Act, on: On, kind: ReactionKind): Promise<void> {
  const where = on.comment === null ? isNull(reaction.commentId) : eq(reaction.commentId, on.comment);
  const [gone] = await act.tx
    .delete(reaction)
    .where(
      and(
        eq(reaction.conversationId, on.conversation),
        where,
        eq(reaction.personId, act.actor),
        eq(reaction.kind, kind),
      ),
    )
    .returning({ id: reaction.id });
  if (gone === undefined) return;
  await count(act, on, kind, -1);
  await record(act, reactionRemoved, gone.id, { conversationId: on.conversation, commentId: on.comment, kind });
}

async function count(act: Act, on: On, kind: ReactionKind, by: 1 | -1): Promise<void> {
  if (on.comment === null)
    await act.tx
      .update(conversation)
      .set({ reactionCounts: counted(sql`${conversation.reactionCounts}`, kind, by) })
      .where(eq(conversation.id, on.conversation));
  else
    await act.tx
      .update(comment)
      .set({ reactionCounts: counted(sql`${comment.reactionCounts}`, kind, by) })
      .where(eq(comment.id, on.comment));
}

/** The counts with one more or one less of a kind; what comes to nothing is left out. */
function counted(counts: SQL, kind: ReactionKind, by: 1 | -1): SQL {
  const next = sql`(coalesce((${counts} ->> ${kind}::text)::int, 0) + ${by}::int)`;
  return sql`case when ${next} > 0 then ${counts} || jsonb_build_object(${kind}::text, ${next})
    else ${counts} - ${kind}::text end`;
}
