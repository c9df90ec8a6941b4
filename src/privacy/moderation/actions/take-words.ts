import { eq, type SQL, sql } from "drizzle-orm";
import { removeIdea } from "@/feedback/actions/remove-idea";
import { lockWithItsIdea } from "@/feedback/merging/actions/hold";
import { board, idea } from "@/feedback/schema";
import { recountVotes } from "@/feedback/votes/recount";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { removeComment, removePost } from "@/posts/actions/remove-words";
import { moderationCase } from "@/posts/moderation/schema";
import type { Taken } from "@/posts/moderation/shape";
import { comment, conversation, post } from "@/posts/schema";
import { space } from "@/spaces/schema";
import { authorWarned, wordsHidden, wordsLeft, wordsRestored, wordsTaken } from "../events";
import { verbsOn } from "../policy";
import type { LoadedThing } from "../thing";
import { noteAct } from "./note-act";
import { openCase } from "./open-case";

function tableOf({ commentId }: LoadedThing): SQL {
  return sql.raw(commentId === null ? "conversation" : "comment");
}

/** What stands where a verb is about to change it, read under the lock of its case. */
async function heldVerbs(act: Act, thing: LoadedThing) {
  const { taken, settledAt } = await openCase(act, thing);
  const rows: Iterable<{ removed: boolean }> = await act.tx.execute<{ removed: boolean }>(
    sql`select removed_at is not null as removed from ${tableOf(thing)} where id = ${thing.id}::uuid`,
  );
  const gone = [...rows].some((row) => row.removed) && taken === null;
  return { taken, verbs: verbsOn({ taken, gone, settled: settledAt !== null }) };
}

async function isHidden(act: Act, thing: LoadedThing, since: Date | null): Promise<void> {
  await act.tx.execute(sql`update ${tableOf(thing)} set hidden_at = ${since?.toISOString() ?? null}::timestamptz
    where id = ${thing.id}::uuid`);
}

/** Takes words out of everything that shows them, as their author could. */
async function takeAway(act: Act, thing: LoadedThing): Promise<void> {
  if (thing.commentId !== null) await removeComment(act, thing.commentId);
  else if (thing.kind === "idea") await removeIdea(act, thing.conversationId, { as: "moderator" });
  else await removePost(act, thing.conversationId);
}

async function settle(act: Act, thing: LoadedThing, taken: Taken | null): Promise<void> {
  await act.tx.update(moderationCase).set({ taken, settledAt: now() }).where(eq(moderationCase.id, thing.id));
}

/** Hides words while they are looked at: to all but their author they are gone, and a host may bring them back. */
export async function hideWords(act: Act, thing: LoadedThing, reason: string): Promise<void> {
  const { verbs } = await heldVerbs(act, thing);
  if (!verbs.hide) throw new Refusal("conflict", "wordsMoved");
  await takeAway(act, thing);
  await isHidden(act, thing, now());
  await act.tx.update(moderationCase).set({ taken: "hidden", settledAt: null }).where(eq(moderationCase.id, thing.id));
  await noteAct(act, thing, { verb: "hide", reason });
  await record(act, wordsHidden, thing.id, { conversationId: thing.conversationId });
}

/** Removes words for good, with a reason that their author reads. */
export async function takeWords(act: Act, thing: LoadedThing, reason: string): Promise<void> {
  const { taken, verbs } = await heldVerbs(act, thing);
  if (!verbs.remove) throw new Refusal("conflict", "wordsMoved");
  if (taken === null) await takeAway(act, thing);
  await isHidden(act, thing, null);
  await settle(act, thing, "removed");
  await noteAct(act, thing, { verb: "remove", reason });
  await record(act, wordsTaken, thing.id, { conversationId: thing.conversationId });
}

/** Brings back what hosts hid or removed, with its place in every count. */
export async function restoreWords(act: Act, thing: LoadedThing, reason: string): Promise<void> {
  const { verbs } = await heldVerbs(act, thing);
  if (!verbs.restore) throw new Refusal("conflict", "wordsMoved");
  if (thing.commentId === null) await bringOpeningBack(act, thing);
  else {
    await act.tx.update(comment).set({ hiddenAt: null, removedAt: null }).where(eq(comment.id, thing.commentId));
    await act.tx
      .update(conversation)
      .set({ commentCount: sql`${conversation.commentCount} + 1` })
      .where(eq(conversation.id, thing.conversationId));
  }
  await settle(act, thing, null);
  await noteAct(act, thing, { verb: "restore", reason });
  await record(act, wordsRestored, thing.id, { conversationId: thing.conversationId });
}

async function bringOpeningBack(act: Act, { kind, conversationId: id }: LoadedThing): Promise<void> {
  if (kind === "idea") await lockWithItsIdea(act, id);
  await act.tx.update(conversation).set({ hiddenAt: null, removedAt: null }).where(eq(conversation.id, id));
  if (kind === "idea") {
    const [row] = await act.tx
      .update(idea)
      .set({ removedAt: null })
      .where(eq(idea.id, id))
      .returning({ on: idea.boardId, mergedInto: idea.mergedInto });
    if (row?.mergedInto) await recountVotes(act.tx, eq(idea.id, row.mergedInto));
    else if (row !== undefined)
      await act.tx
        .update(board)
        .set({ ideaCount: sql`${board.ideaCount} + 1` })
        .where(eq(board.id, row.on));
    return;
  }
  const [row] = await act.tx
    .update(post)
    .set({ removedAt: null })
    .where(eq(post.id, id))
    .returning({ in: post.spaceId });
  if (row === undefined) return;
  await act.tx
    .update(space)
    .set({ postCount: sql`${space.postCount} + 1` })
    .where(eq(space.id, row.in));
}

/** Looked at, and left as it is. Whoever wrote it is not told that there was a report. */
export async function leaveWords(act: Act, thing: LoadedThing, reason: string): Promise<void> {
  const { verbs } = await heldVerbs(act, thing);
  if (!verbs.dismiss) throw new Refusal("conflict", "wordsMoved");
  await settle(act, thing, null);
  await noteAct(act, thing, { verb: "dismiss", reason });
  await record(act, wordsLeft, thing.id, { conversationId: thing.conversationId });
}

/** A private word with whoever wrote it; the words stay where they are. */
export async function warnAuthor(act: Act, thing: LoadedThing, reason: string): Promise<void> {
  await openCase(act, thing);
  await noteAct(act, thing, { verb: "warn", reason });
  await record(act, authorWarned, thing.id, { conversationId: thing.conversationId });
}
