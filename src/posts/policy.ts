import { and, isNull, type SQL, sql } from "drizzle-orm";
import type { PersonId } from "@/members/shape";
import { ALLOW, type Decision, deny } from "@/platform/access/decision";
import { isTeam, type Viewer } from "@/platform/access/viewer";
import { SECOND } from "@/platform/durations";
import { canReadSpace, canRunSpace, canWriteInSpace, type SpaceFacts, spacesReadableBy } from "@/spaces/policy";
import { comment, post } from "./schema";
import { type PostKind, UNDO_MS } from "./shape";

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

/** Commenting: whoever writes in the space, until the post is locked. */
export function canComment(viewer: Viewer, subject: { space: SpaceFacts; lockedAt: Date | null }): Decision {
  const writing = canWriteInSpace(viewer, subject.space);
  if (!writing.allowed) return writing;
  return subject.lockedAt === null ? ALLOW : deny("not-allowed", "postLocked");
}

/** Reacting: whoever reads it, until the space is archived. A locked post still takes a kind sign. */
export function canReact(viewer: Viewer, subject: { space: SpaceFacts }): Decision {
  return canWriteInSpace(viewer, subject.space);
}

/** Marking the answer to a question: whoever asked, the owners of the space, the team. */
export function canAccept(
  viewer: Viewer,
  subject: { authorId: PersonId; kind: PostKind; space: SpaceFacts },
): Decision {
  if (subject.kind !== "question") return deny("not-allowed", "questionsOnly");
  const writing = canWriteInSpace(viewer, subject.space);
  if (!writing.allowed || subject.authorId === viewer.id) return writing;
  return canRunSpace(viewer, subject.space).allowed ? ALLOW : deny("not-allowed", "askersOnly");
}

/** Locking, and putting first in the space: its owners and the team, while it is not archived. */
export function canKeepOrder(viewer: Viewer, subject: { space: SpaceFacts }): Decision {
  const writing = canWriteInSpace(viewer, subject.space);
  return writing.allowed ? canRunSpace(viewer, subject.space) : writing;
}

/** Taking a post out of its space into another one: its author, the owners of the space, the team. */
export function canMoveAway(viewer: Viewer, subject: { authorId: PersonId; space: SpaceFacts }): Decision {
  const writing = canWriteInSpace(viewer, subject.space);
  if (!writing.allowed || subject.authorId === viewer.id) return writing;
  return canRunSpace(viewer, subject.space).allowed ? ALLOW : deny("not-allowed", "authorsOnly");
}

/** Closing a poll early and opening it again: its author, the owners of the space, the team. */
export function canClosePoll(viewer: Viewer, subject: { authorId: PersonId; space: SpaceFacts }): Decision {
  return canMoveAway(viewer, subject);
}

/** A moment of grace for a press at the last second. */
const GRACE_MS = 10 * SECOND;

/** Whether something done then is still offered to be taken back. */
export function isFresh(done: Date, present: Date): boolean {
  return present.getTime() - done.getTime() < UNDO_MS;
}

/** Taking back, within the minute, what one has just published or said. */
export function canTakeBack(viewer: Viewer, subject: { authorId: PersonId; createdAt: Date }, present: Date): Decision {
  if (subject.authorId !== viewer.id) return deny("not-allowed", "authorsOnly");
  return inTime(subject.createdAt, present);
}

/** Bringing back, within the minute, what one has just removed. */
export function canBringBack(
  viewer: Viewer,
  subject: { removedBy: PersonId | null; removedAt: Date },
  present: Date,
): Decision {
  if (subject.removedBy !== viewer.id) return deny("not-found");
  return inTime(subject.removedAt, present);
}

function inTime(done: Date, present: Date): Decision {
  return present.getTime() - done.getTime() < UNDO_MS + GRACE_MS ? ALLOW : deny("conflict", "undoOver");
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
