import { eq, sql } from "drizzle-orm";
import type { FileId } from "@/members/files/shape";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { record } from "@/platform/events/event";
import { space } from "@/spaces/schema";
import type { SpaceId } from "@/spaces/shape";
import { forgetDraft } from "../drafts/actions";
import { draftPlaces } from "../drafts/shape";
import { postPublished } from "../events";
import { addEvent, addPoll } from "../kinds/actions/details";
import type { NewEvent, NewPoll } from "../kinds/shape";
import type { Among } from "../mentions/among";
import { post } from "../schema";
import type { ConversationId, Language, PostKind } from "../shape";
import { openConversation } from "./open-conversation";

/** A post before it is published; a poll and an event bring what they ask or plan. */
export type NewPost = {
  readonly kind: PostKind;
  readonly title: string;
  readonly body: string;
  /** Files that hang below the words. */
  readonly files?: readonly FileId[] | undefined;
  /** Who may be named in the text; without it nobody is. */
  readonly among?: Among | undefined;
  readonly language?: Language | undefined;
  readonly poll?: NewPoll | undefined;
  readonly event?: NewEvent | undefined;
  /** Of an announcement: whether its readers are asked to say that they have read it. */
  readonly asksSeen?: boolean | undefined;
};

/** Writes a post into a space. */
export async function publishPost(act: Act, to: SpaceId, input: NewPost): Promise<ConversationId> {
  const { kind, asksSeen = false, poll, event, ...words } = input;
  const id = await openConversation(act, { ...words, kind: "post", authorId: act.actor });
  const moment = now();
  // The very moment of the conversation: whoever has read the one has read the other.
  const opened = sql`(select c.last_activity_at from conversation c where c.id = ${id})`;
  await act.tx.insert(post).values({ id, spaceId: to, kind, lastActivityAt: opened, asksSeen });
  if (poll !== undefined) await addPoll(act, id, poll);
  if (event !== undefined) await addEvent(act, id, event);
  await act.tx
    .update(space)
    .set({ postCount: sql`${space.postCount} + 1`, lastPostAt: moment })
    .where(eq(space.id, to));
  await forgetDraft(act, draftPlaces.newPost(to));
  await record(act, postPublished, id, { spaceId: to, kind });
  return id;
}
