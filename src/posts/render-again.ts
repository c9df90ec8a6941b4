import { asc, eq, lt } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/platform/database/client";
import { enqueue, queue } from "@/platform/jobs/boss";
import { picturesFor } from "./attachments/attach";
import { RENDER_VERSION, render } from "./render";
import { comment, conversation } from "./schema";

/** The work of rendering again what an older version of the rendering made. */
export const rendering = queue("rendering", z.unknown());

/** Few enough for a short transaction, many enough to be done with a million in hours. */
const BATCH = 200;

/**
 * Renders a batch of old texts again, and asks for the next one until none is left. Rows that somebody changes at that
 * moment are passed over: the change renders them.
 * @returns how many were rendered
 */
export async function renderAgain(tx: Tx): Promise<number> {
  const done = (await conversationsAgain(tx)) + (await commentsAgain(tx));
  if (done > 0) await enqueue(tx, rendering, {});
  return done;
}

async function conversationsAgain(tx: Tx): Promise<number> {
  const rows = await tx
    .select({ id: conversation.id, body: conversation.body, authorId: conversation.authorId })
    .from(conversation)
    .where(lt(conversation.renderVersion, RENDER_VERSION))
    .orderBy(asc(conversation.renderVersion))
    .limit(BATCH)
    .for("update", { skipLocked: true });
  for (const { id, body, authorId } of rows) {
    const pictures = await picturesFor(tx, authorId, body, id);
    await tx.update(conversation).set(render(body, pictures)).where(eq(conversation.id, id));
  }
  return rows.length;
}

async function commentsAgain(tx: Tx): Promise<number> {
  const rows = await tx
    .select({ id: comment.id, body: comment.body, authorId: comment.authorId, of: comment.conversationId })
    .from(comment)
    .where(lt(comment.renderVersion, RENDER_VERSION))
    .orderBy(asc(comment.renderVersion))
    .limit(BATCH)
    .for("update", { skipLocked: true });
  for (const { id, body, authorId, of } of rows) {
    const { bodyHtml, renderVersion } = render(body, await picturesFor(tx, authorId, body, of));
    await tx.update(comment).set({ bodyHtml, renderVersion }).where(eq(comment.id, id));
  }
  return rows.length;
}
