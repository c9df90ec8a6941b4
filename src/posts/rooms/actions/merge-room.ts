import { eq, inArray, like, or, sql } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { space, spaceMember } from "@/spaces/schema";
import type { SpaceId } from "@/spaces/shape";
import { roomMerged } from "../../events";
import { unnameSpace } from "../../mentions/leave-space";
import { comment, conversation, post } from "../../schema";
import type { ConversationId } from "../../shape";

/**
 * Takes everything that was said in a space to another, gives its people a place there, and archives it. No word is
 * lost: addresses of conversations stay, and the old address tells where everything went.
 * @throws Refusal `conflict` when either was archived or merged meanwhile
 */
export async function mergeRoom(act: Act, way: { from: SpaceId; to: SpaceId }): Promise<void> {
  const { tx } = act;
  // Both in one order, so that two merges in opposite ways do not wait for each other.
  const rooms = await tx
    .select({ id: space.id, slug: space.slug, archivedAt: space.archivedAt })
    .from(space)
    .where(inArray(space.id, [way.from, way.to]))
    .orderBy(space.id)
    .for("update");
  const from = rooms.find(({ id }) => id === way.from);
  if (from === undefined || rooms.length < 2 || rooms.some(({ archivedAt }) => archivedAt !== null))
    throw new Refusal("conflict");
  for (const id of await naming(act, from)) await unnameSpace(tx, id, way.from);
  const moved = await tx
    .update(post)
    .set({ spaceId: way.to, pinnedAt: null })
    .where(eq(post.spaceId, way.from))
    .returning({ id: post.id });
  await tx.execute(sql`insert into ${spaceMember} (space_id, person_id, role, joined_at)
    select ${way.to}::uuid, m.person_id, 'member', ${now().toISOString()}::timestamptz
    from ${spaceMember} m where m.space_id = ${way.from}::uuid on conflict do nothing`);
  await tx.update(space).set({ archivedAt: now(), mergedInto: way.to, postCount: 0 }).where(eq(space.id, way.from));
  await recountRoom(act, way);
  await record(act, roomMerged, way.from, { into: way.to, posts: moved.length });
}

/** The conversations of a space that name it. */
async function naming(act: Act, { id, slug }: { id: SpaceId; slug: string }): Promise<ConversationId[]> {
  const link = `%](/spaces/${slug})%`;
  const rows = await act.tx
    .selectDistinct({ id: post.id })
    .from(post)
    .innerJoin(conversation, eq(conversation.id, post.id))
    .leftJoin(comment, eq(comment.conversationId, post.id))
    .where(sql`${post.spaceId} = ${id} and ${or(like(conversation.body, link), like(comment.body, link))}`);
  return rows.map((row) => row.id);
}

/** Counts anew what the space holds now: posts, people, and when somebody opened a conversation last. */
async function recountRoom(act: Act, { to }: { to: SpaceId }): Promise<void> {
  await act.tx
    .update(space)
    .set({
      postCount: sql`(select count(*)::int from ${post} where ${post.spaceId} = ${to} and ${post.removedAt} is null)`,
      lastPostAt: sql`(select max(c.created_at) from ${post} join ${conversation} c on c.id = ${post.id}
        where ${post.spaceId} = ${to} and ${post.removedAt} is null)`,
      memberCount: sql`(select count(*)::int from ${spaceMember} join person on person.id = ${spaceMember.personId}
        and person.state = 'active' where ${spaceMember.spaceId} = ${to})`,
    })
    .where(eq(space.id, to));
}
