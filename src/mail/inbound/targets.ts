import { eq, sql } from "drizzle-orm";
import { personAddress } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Reader } from "@/platform/database/client";
import { conversation, post } from "@/posts/schema";
import type { ConversationId, ConversationKind } from "@/posts/shape";
import { space } from "@/spaces/schema";
import type { SpaceId } from "@/spaces/shape";

/** Whose address it is; null for an address that Levain does not know. */
export async function personAt(db: Reader, address: string): Promise<PersonId | null> {
  const [row] = await db
    .select({ personId: personAddress.personId })
    .from(personAddress)
    .where(eq(personAddress.address, address));
  return row?.personId ?? null;
}

/** The space with an address, as little as is needed to ask whether somebody may write there. */
export async function spaceAt(db: Reader, slug: string): Promise<{ id: SpaceId; name: string } | null> {
  const [row] = await db.select({ id: space.id, name: space.name }).from(space).where(eq(space.slug, slug));
  return row ?? null;
}

/** What a conversation stands on: a post in a space, or an idea. */
export async function conversationAt(
  db: Reader,
  id: ConversationId,
): Promise<{ kind: ConversationKind; spaceId: SpaceId | null } | null> {
  const [row] = await db
    .select({ kind: conversation.kind, spaceId: sql<SpaceId | null>`${post.spaceId}` })
    .from(conversation)
    .leftJoin(post, eq(post.id, conversation.id))
    .where(eq(conversation.id, id));
  return row ?? null;
}
