import { acting, aPerson, aSpace } from "@tests/support/people";
import type { Who } from "@/assembly/access-matrix";
import type { PersonId } from "@/members/shape";
import { addComment } from "@/posts/actions/add-comment";
import { publishPost } from "@/posts/actions/publish-post";
import type { CommentId, ConversationId } from "@/posts/shape";
import type { SpaceId } from "@/spaces/shape";

/** The kinds of people that have a session. */
export type Somebody = Exclude<Who, "nobody">;

/** One person of each kind, and things that are made anew for each try, so that no try sees another's traces. */
export type AccessWorld = {
  readonly people: Readonly<Record<Somebody, PersonId>>;
  /** Somebody whom nothing else is about. */
  freshPerson(): Promise<PersonId>;
  /** An open space with its member and two owners. */
  freshSpace(): Promise<{ space: SpaceId; slug: string }>;
  /** A post that the space member wrote. */
  freshPost(): Promise<{ space: SpaceId; post: ConversationId }>;
  /** A comment that the space member wrote. */
  freshComment(): Promise<{ post: ConversationId; comment: CommentId }>;
};

let count = 0;

export async function accessWorld(): Promise<AccessWorld> {
  const invited = { admitted: "host-invitation" } as const;
  const people: Record<Somebody, PersonId> = {
    waiting: await aPerson(),
    member: await aPerson(invited),
    "space member": await aPerson(invited),
    "space owner": await aPerson(invited),
    host: await aPerson({ roles: ["host"] }),
    admin: await aPerson({ roles: ["admin"] }),
  };
  // A second admin and a second owner, so that "the last one may not go" stays out of the way.
  await aPerson({ roles: ["admin"] });
  const secondOwner = await aPerson(invited);

  async function freshSpace() {
    count += 1;
    const slug = `walk-${count}`;
    const space = await aSpace({
      slug,
      places: [
        [people["space member"], "member"],
        [people["space owner"], "owner"],
        [secondOwner, "owner"],
      ],
    });
    return { space, slug };
  }
  async function freshPost() {
    const { space } = await freshSpace();
    const words = { kind: "discussion", title: "Tried", body: "and tried" } as const;
    return { space, post: await acting(people["space member"], (act) => publishPost(act, space, words)) };
  }
  async function freshComment() {
    const { post } = await freshPost();
    return {
      post,
      comment: await acting(people["space member"], (act) => addComment(act, post, { body: "an answer" })),
    };
  }
  return { people, freshPerson: () => aPerson(), freshSpace, freshPost, freshComment };
}
