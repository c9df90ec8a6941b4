import { and, isNull, type SQL, sql } from "drizzle-orm";
import type { PersonId } from "@/members/shape";
import { ALLOW, type Decision, deny } from "@/platform/access/decision";
import { isTeam, type Viewer } from "@/platform/access/viewer";
import { canReadSpace, canRunSpace, canWriteInSpace, type SpaceFacts, spacesReadableBy } from "@/spaces/policy";
import { comment, post } from "./schema";
import type { PostKind } from "./shape";

/** What the decisions about a post rest on. */
export type PostFacts = {
  readonly authorId: PersonId;
  readonly removedAt: Date | null;
  readonly space: SpaceFacts;
};

/** Whether a post exists for the viewer: it stands in a space that they read and was not removed. */
export function canSeePost(viewer: Viewer, subject: PostFacts): boolean {
  return subject.removedAt === null && canReadSpace(viewer, subject.space);
}

/** `canSeePost` as a condition on `post` joined with `space`. */
export function postsVisibleTo(viewer: Viewer): SQL {
  return and(isNull(post.removedAt), spacesReadableBy(viewer)) ?? sql`false`;
}

/** Whose words a comment shows: everybody while it is there, its author while hosts look at it, nobody once it is gone. */
export function canReadWords(
  viewer: Pick<Viewer, "id">,
  subject: { authorId: PersonId; removedAt: Date | null; hiddenAt: Date | null },
): boolean {
  return subject.removedAt === null || (subject.hiddenAt !== null && subject.authorId === viewer.id);
}

/** `canReadWords` as a condition on `comment`. */
export function wordsShownTo(viewer: Pick<Viewer, "id">): SQL {
  return sql`(${comment.removedAt} is null
    or (${comment.hiddenAt} is not null and ${comment.authorId} = ${viewer.id}))`;
}

/** Writing a post: whoever writes in the space; announcements are for its owners and the team. */
export function canPublish(viewer: Viewer, room: SpaceFacts, kind: PostKind): Decision {
  const writing = canWriteInSpace(viewer, room);
  if (!writing.allowed || kind !== "announcement") return writing;
  return canRunSpace(viewer, room).allowed ? ALLOW : deny("not-allowed", "announcementsByOwners");
}

/** Commenting: whoever writes in the space. */
export function canComment(viewer: Viewer, subject: { space: SpaceFacts }): Decision {
  return canWriteInSpace(viewer, subject.space);
}

/** Changing words: only those who wrote them, while the space is not archived. */
export function canEditWords(viewer: Viewer, subject: { authorId: PersonId; space: SpaceFacts }): Decision {
  if (subject.authorId !== viewer.id) return deny("not-allowed", "authorsOnly");
  return canWriteInSpace(viewer, subject.space);
}

/** Removing words: their author, an owner of the space, the team. */
export function canRemoveWords(viewer: Viewer, subject: { authorId: PersonId; space: SpaceFacts }): Decision {
  if (subject.authorId === viewer.id || isTeam(viewer)) return ALLOW;
  return canRunSpace(viewer, subject.space).allowed ? ALLOW : deny("not-allowed", "authorsOnly");
}
