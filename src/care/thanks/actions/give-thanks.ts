import { and, eq, isNull, sql } from "drizzle-orm";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Act } from "@/platform/access/procedure";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import { postsVisibleTo } from "@/posts/policy";
import { comment, post } from "@/posts/schema";
import { readersOfSpace } from "@/spaces/policy";
import { space } from "@/spaces/schema";
import { currentStage } from "@/stages/queries";
import { thanksAnswered, thanksGiven } from "../events";
import { thanks } from "../schema";
import type { ThanksInput } from "../shape";

/**
 * Thanks somebody. Only they read it until they say that others may.
 * @throws Refusal `invalid` when it is about words that one of the two cannot read
 */
export async function giveThanks(act: Act, viewer: Viewer, to: PersonId, input: ThanksInput): Promise<void> {
  const { about } = input;
  if (about !== null && !(await bothRead(act, viewer, to, about)))
    throw new Refusal("invalid", "invalid", {}, { about: ["field.noSuchPost"] });
  const id = newId<"thanks">();
  const where = { conversationId: about?.post ?? null, commentId: about?.comment ?? null };
  await act.tx.insert(thanks).values({ id, fromId: act.actor, toId: to, words: input.words, ...where, givenAt: now() });
  await record(act, thanksGiven, id, { personId: to });
}

/** Lets others read thanks that one got, or hides them, as often as one likes. */
export async function showThanks(act: Act, id: typeof thanks.$inferSelect.id, shown: boolean): Promise<void> {
  await act.tx
    .update(thanks)
    .set({ state: shown ? "shown" : "hidden", answeredAt: now() })
    .where(eq(thanks.id, id));
  await record(act, thanksAnswered, id, { shown });
}

async function bothRead(act: Act, viewer: Viewer, to: PersonId, about: NonNullable<ThanksInput["about"]>) {
  const said =
    about.comment === null
      ? sql`true`
      : sql`exists (select 1 from ${comment} where ${comment.id} = ${about.comment}
          and ${comment.conversationId} = ${post.id} and ${isNull(comment.removedAt)})`;
  const [row] = await act.tx
    .select({ one: sql`1` })
    .from(post)
    .innerJoin(space, eq(space.id, post.spaceId))
    .innerJoin(person, eq(person.id, to))
    .where(
      and(eq(post.id, about.post), postsVisibleTo(viewer), readersOfSpace(await currentStage(act.tx), now()), said),
    );
  return row !== undefined;
}
