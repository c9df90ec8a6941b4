import { and, eq, exists, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { entryFilesVisibleTo } from "@/feedback/changelog/policy";
import { changelogEntry, changelogFile } from "@/feedback/changelog/schema";
import { ideasVisibleTo } from "@/feedback/policy";
import { board, idea } from "@/feedback/schema";
import { hostNote } from "@/feedback/telling/schema";
import { photoAtTheDoor } from "@/launch/door/faces";
import { fileColumns } from "@/members/files/columns";
import type { FileId } from "@/members/files/shape";
import type { FileView } from "@/members/files/views";
import { peopleVisibleTo } from "@/members/policy";
import { fieldVisibleTo } from "@/members/privacy";
import { file, person } from "@/members/schema";
import { isTeam, type Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { postsVisibleTo } from "@/posts/policy";
import { attachment, comment, post } from "@/posts/schema";
import { spacesVisibleTo } from "@/spaces/policy";
import { space } from "@/spaces/schema";

/**
 * A file as the viewer may see it, or null: a loose one is its owner's; one that was taken up is seen by whoever sees
 * what took it up.
 */
export async function fileFor(db: Reader, viewer: Viewer, id: FileId): Promise<FileView | null> {
  const [row] = await db
    .select({ ...fileColumns, use: file.use })
    .from(file)
    .where(and(eq(file.id, id), filesVisibleTo(db, viewer)));
  return row ?? null;
}

function filesVisibleTo(db: Reader, viewer: Viewer): SQL | undefined {
  const loose = and(eq(file.ownerId, viewer.id), isNotNull(file.looseSince));
  const face = db
    .select({ one: sql`1` })
    .from(person)
    .where(and(eq(person.photoId, file.id), peopleVisibleTo(viewer), fieldVisibleTo(viewer, "photo")));
  const atTheDoor = db
    .select({ one: sql`1` })
    .from(person)
    .where(and(eq(person.photoId, file.id), photoAtTheDoor(viewer)));
  const cover = db
    .select({ one: sql`1` })
    .from(space)
    .where(and(eq(space.coverId, file.id), spacesVisibleTo(viewer)));
  const words = db
    .select({ one: sql`1` })
    .from(attachment)
    .leftJoin(comment, eq(comment.id, attachment.commentId))
    .where(and(eq(attachment.fileId, file.id), isNull(comment.removedAt), or(inPost(db, viewer), inIdea(db, viewer))));
  const entry = db
    .select({ one: sql`1` })
    .from(changelogFile)
    .innerJoin(changelogEntry, eq(changelogEntry.id, changelogFile.entryId))
    .where(and(eq(changelogFile.fileId, file.id), entryFilesVisibleTo(viewer)));
  const note = db
    .select({ one: sql`1` })
    .from(hostNote)
    .where(and(eq(hostNote.fileId, file.id), isTeam(viewer) ? undefined : eq(hostNote.personId, viewer.id)));
  return or(
    loose,
    and(eq(file.use, "photo"), exists(face)),
    viewer.standing.because === "suspended" ? undefined : and(eq(file.use, "photo"), exists(atTheDoor)),
    and(eq(file.use, "cover"), exists(cover)),
    and(eq(file.use, "attachment"), or(exists(words), exists(entry), exists(note))),
  );
}

function inPost(db: Reader, viewer: Viewer): SQL {
  return exists(
    db
      .select({ one: sql`1` })
      .from(post)
      .innerJoin(space, eq(space.id, post.spaceId))
      .where(and(eq(post.id, attachment.conversationId), postsVisibleTo(viewer))),
  );
}

function inIdea(db: Reader, viewer: Viewer): SQL {
  return exists(
    db
      .select({ one: sql`1` })
      .from(idea)
      .innerJoin(board, eq(board.id, idea.boardId))
      .where(and(eq(idea.id, attachment.conversationId), ideasVisibleTo(viewer))),
  );
}
