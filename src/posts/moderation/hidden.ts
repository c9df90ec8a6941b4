import { and, eq, isNotNull } from "drizzle-orm";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { Refusal } from "@/platform/errors";
import { spacesReadableBy } from "@/spaces/policy";
import { space } from "@/spaces/schema";
import { conversation, post } from "../schema";
import type { ConversationId } from "../shape";

/** Says no with a reason where hosts hid something; whoever wrote it is told where they find their words. */
export function refuseHidden(viewer: Viewer, row: { authorId: string } | undefined): null {
  if (row === undefined) return null;
  throw new Refusal("not-allowed", row.authorId === viewer.id ? "hiddenOwn" : "hiddenByHosts");
}

/**
 * Null for a post that is not there for the viewer.
 * @throws Refusal `not-allowed` for one that they would read, if hosts had not hidden it while they look at it
 */
export async function unlessHidden(db: Reader, viewer: Viewer, id: ConversationId): Promise<null> {
  const [row] = await db
    .select({ authorId: conversation.authorId })
    .from(post)
    .innerJoin(conversation, eq(conversation.id, post.id))
    .innerJoin(space, eq(space.id, post.spaceId))
    .where(and(eq(post.id, id), isNotNull(conversation.hiddenAt), spacesReadableBy(viewer)));
  return refuseHidden(viewer, row);
}
