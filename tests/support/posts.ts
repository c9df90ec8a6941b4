import { acting, aPerson, aSpace, viewerFor } from "@tests/support/people";
import { createCaller } from "@/assembly/router";
import type { PersonId } from "@/members/shape";
import { addComment } from "@/posts/actions/add-comment";
import { type NewPost, publishPost } from "@/posts/actions/publish-post";
import type { CommentId, ConversationId } from "@/posts/shape";
import type { SpaceId } from "@/spaces/shape";

/** The router, called as a person. */
export async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

/** A space with a member who writes, another member, its owner, and somebody inside who has no place in it. */
export type Room = {
  readonly space: SpaceId;
  readonly author: PersonId;
  readonly reader: PersonId;
  readonly owner: PersonId;
  readonly stranger: PersonId;
};

export async function aRoom(visibility: "open" | "private" = "open"): Promise<Room> {
  const inside = { admitted: "host-invitation" } as const;
  const [author, reader, owner, stranger] = [
    await aPerson(inside),
    await aPerson(inside),
    await aPerson(inside),
    await aPerson(inside),
  ];
  const places = [
    [author, "member"],
    [reader, "member"],
    [owner, "owner"],
  ] as const;
  return { space: await aSpace({ visibility, places }), author, reader, owner, stranger };
}

/** A post by the author of a room. */
export function aPost(room: Room, wish: Partial<NewPost> = {}): Promise<ConversationId> {
  const words = { kind: "discussion", title: "A title", body: "Some words", ...wish } as const;
  return acting(room.author, (act) => publishPost(act, room.space, words));
}

/** A comment by somebody. */
export function aComment(by: PersonId, on: ConversationId, body = "An answer"): Promise<CommentId> {
  return acting(by, (act) => addComment(act, on, { body }));
}
