import { and, desc, eq, isNull } from "drizzle-orm";
import type { PersonId } from "@/members/shape";
import type { Tx } from "@/platform/database/client";
import { type Reaction, reaction, type Told } from "@/platform/events/reaction";
import { newId } from "@/platform/ids";
import { conversation } from "@/posts/schema";
import type { ConversationId } from "@/posts/shape";
import { ideaMoved } from "../events";
import { ideaMove } from "../schema";
import { insertEntry, linkIdeas } from "./actions/write-entry";
import { changelogEntry, changelogLink } from "./schema";

/** What was shipped proposes an entry, in the words with which it was said; unless a draft tells of it already. */
async function proposeEntry(tx: Tx, { subjectId, actorId, payload }: Told<typeof ideaMoved.shape>): Promise<void> {
  if (payload.to !== "shipped" || payload.from === "shipped") return;
  const ideaId = subjectId as ConversationId;
  const [draft] = await tx
    .select({ id: changelogEntry.id })
    .from(changelogLink)
    .innerJoin(changelogEntry, eq(changelogEntry.id, changelogLink.entryId))
    .where(and(eq(changelogLink.ideaId, ideaId), isNull(changelogEntry.publishedAt)))
    .limit(1);
  if (draft !== undefined) return;
  const [said] = await tx
    .select({ title: conversation.title, note: ideaMove.note })
    .from(ideaMove)
    .innerJoin(conversation, eq(conversation.id, ideaMove.ideaId))
    .where(and(eq(ideaMove.ideaId, ideaId), eq(ideaMove.toStatus, "shipped")))
    .orderBy(desc(ideaMove.movedAt), desc(ideaMove.id))
    .limit(1);
  if (said === undefined) return;
  const id = newId<"changelog-entry">();
  const body = said.note === "" ? said.title : said.note;
  await insertEntry(tx, id, { title: said.title, body, by: actorId as PersonId | null, proposed: true });
  await linkIdeas(tx, id, [ideaId]);
}

export const changelogReactions: readonly Reaction[] = [reaction("changelog.propose", ideaMoved, proposeEntry)];
