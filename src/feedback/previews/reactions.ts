import { and, eq, isNull } from "drizzle-orm";
import type { PersonId } from "@/members/shape";
import { now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { type Reaction, reaction, type Told } from "@/platform/events/reaction";
import type { ConversationId } from "@/posts/shape";
import { openForAll } from "@/stages/features/actions/open-for-all";
import { endPreview } from "@/stages/features/actions/preview-feature";
import { ideaMoved, ideaRemoved } from "../events";
import { idea } from "../schema";
import { noteStep } from "./actions/note-step";
import { preview } from "./schema";

type Moved = Told<typeof ideaMoved.shape>;

/**
 * What is shipped is there for everybody from now on, and no preview any more. What is answered with "not now" is taken
 * back from those who tried it.
 */
async function followIdea(tx: Tx, { subjectId, actorId, payload, requestId }: Moved): Promise<void> {
  const ideaId = subjectId as ConversationId;
  const [found] = await tx
    .select({ feature: preview.feature, status: idea.status, startedAt: preview.startedAt })
    .from(preview)
    .innerJoin(idea, eq(idea.id, preview.ideaId))
    .where(and(eq(preview.ideaId, ideaId), isNull(preview.withdrawnAt), isNull(preview.shippedAt)))
    .for("update", { of: preview });
  if (found === undefined || found.status !== payload.to || payload.from === payload.to) return;
  const by = actorId as PersonId | null;
  if (payload.to === "shipped") {
    await openForAll({ tx, actor: by, requestId }, found.feature);
    await endPreview(tx, ideaId);
    await tx.update(preview).set({ shippedAt: now() }).where(eq(preview.ideaId, ideaId));
    await noteStep(tx, ideaId, { kind: "shipped", by, audience: "everybody" });
  }
  if (payload.to === "not-now" && found.startedAt !== null) {
    await endPreview(tx, ideaId);
    await tx.update(preview).set({ withdrawnAt: now() }).where(eq(preview.ideaId, ideaId));
    await noteStep(tx, ideaId, { kind: "withdrawn", by });
  }
}

/** What goes with its idea is nobody's preview any more. */
async function endWithIdea(tx: Tx, { subjectId }: Told<typeof ideaRemoved.shape>): Promise<void> {
  await endPreview(tx, subjectId);
}

export const previewReactions: readonly Reaction[] = [
  reaction("previews.follow", ideaMoved, followIdea),
  reaction("previews.end", ideaRemoved, endWithIdea),
];
