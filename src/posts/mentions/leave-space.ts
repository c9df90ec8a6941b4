import { and, eq, like, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/platform/database/client";
import { space } from "@/spaces/schema";
import type { SpaceId } from "@/spaces/shape";
import { currentStage } from "@/stages/queries";
import { picturesFor } from "../attachments/attach";
import { revision } from "../history/schema";
import { render } from "../render";
import { comment, conversation } from "../schema";
import type { ConversationId } from "../shape";
import { knownToAll } from "./named";
import { replaced, spotsIn } from "./syntax";

/**
 * Takes the name of a space that not everybody knows of out of a conversation that leaves it. Its people may have named
 * it and called everybody in it; what was written then stays as it was typed.
 */
export async function unnameSpace(tx: Tx, id: ConversationId, from: SpaceId): Promise<void> {
  const known = sql<boolean>`${knownToAll(await currentStage(tx))}`;
  const [left] = await tx.select({ slug: space.slug, known }).from(space).where(eq(space.id, from));
  if (left === undefined || left.known) return;
  const names = (body: typeof comment.body | typeof conversation.body | typeof revision.body): SQL =>
    like(body, `%](/spaces/${left.slug})%`);
  const { authorId } = conversation;
  const [opening] = await tx
    .select({ body: conversation.body, authorId })
    .from(conversation)
    .where(and(eq(conversation.id, id), names(conversation.body)));
  if (opening !== undefined) {
    const body = asItWasTyped(opening.body, left.slug);
    const rendered = render(body, await picturesFor(tx, opening.authorId, body, id));
    await tx
      .update(conversation)
      .set({ body, ...rendered })
      .where(eq(conversation.id, id));
  }
  const comments = await tx
    .select({ id: comment.id, body: comment.body, authorId: comment.authorId })
    .from(comment)
    .where(and(eq(comment.conversationId, id), names(comment.body)));
  for (const one of comments) {
    const body = asItWasTyped(one.body, left.slug);
    const { bodyHtml, renderVersion } = render(body, await picturesFor(tx, one.authorId, body, id));
    await tx.update(comment).set({ body, bodyHtml, renderVersion }).where(eq(comment.id, one.id));
  }
  const older = await tx
    .select({ id: revision.id, body: revision.body })
    .from(revision)
    .where(and(eq(revision.conversationId, id), names(revision.body)));
  for (const one of older)
    await tx
      .update(revision)
      .set({ body: asItWasTyped(one.body, left.slug) })
      .where(eq(revision.id, one.id));
}

function asItWasTyped(body: string, slug: string): string {
  return replaced(body, spotsIn(body), (spot) =>
    spot.kind === "space-link" && spot.slug === slug
      ? { end: spot.end, text: spot.sign === "@" ? "@space" : `#${slug}` }
      : null,
  );
}
