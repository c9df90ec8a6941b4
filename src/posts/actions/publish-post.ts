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
import type { Among } from "../mentions/among";
import { post } from "../schema";
import type { ConversationId, PostKind } from "../shape";
import { openConversation } from "./open-conversation";

/** Writes a post into a space. */
export async function publishPost(
  act: Act,
  to: SpaceId,
  input: {
    kind: PostKind;
    title: string;
    body: string;
    files?: readonly FileId[] | undefined;
    among?: Among | undefined;
  },
): Promise<ConversationId> {
  const id = await openConversation(act, { ...input, kind: "post", authorId: act.actor });
  const moment = now();
  // The very moment of the conversation: whoever has read the one has read the other.
  const opened = sql`(select c.last_activity_at from conversation c where c.id = ${id})`;
  await act.tx.insert(post).values({ id, spaceId: to, kind: input.kind, lastActivityAt: opened });
  await act.tx
    .update(space)
    .set({ postCount: sql`${space.postCount} + 1`, lastPostAt: moment })
    .where(eq(space.id, to));
  await forgetDraft(act, draftPlaces.newPost(to));
  await record(act, postPublished, id, { spaceId: to, kind: input.kind });
  return id;
}
