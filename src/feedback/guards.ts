import { z } from "zod";
import { ALLOW, type Policy } from "@/platform/access/decision";
import { guardOn } from "@/platform/access/guard";
import { now } from "@/platform/clock";
import { canBringBack } from "@/posts/policy";
import { commentId, conversationId } from "@/posts/shape";
import { slug } from "@/spaces/shape";
import { boardById, boardBySlug } from "./boards";
import { unlessHidden } from "./hidden";
import { ideaById, type LoadedIdea } from "./queries";
import { boardId } from "./shape";
import { ideaCommentById, type LoadedIdeaComment } from "./talk";
import type { BoardView } from "./views";

/** A board that exists for the viewer, named by its id. */
export function onBoard(name: string, decide: Policy<BoardView>) {
  return guardOn({
    name,
    by: z.object({ board: boardId }),
    load: (db, viewer, { board }) => boardById(db, viewer, board),
    decide,
  });
}

/** A board that exists for the viewer, named by its address. */
export const onVisibleBoard = guardOn({
  name: "board visible",
  by: z.object({ slug }),
  load: (db, viewer, by) => boardBySlug(db, viewer, by.slug),
  decide: () => ALLOW,
});

/** An idea that the viewer reads, named by its id. */
export function onIdea(name: string, decide: Policy<LoadedIdea>) {
  return guardOn({
    name,
    by: z.object({ idea: conversationId }),
    load: async (db, viewer, { idea }) => (await ideaById(db, viewer, idea)) ?? (await unlessHidden(db, viewer, idea)),
    decide,
  });
}

/** A comment under an idea that the viewer reads, named by its id. */
export function onIdeaComment(name: string, decide: Policy<LoadedIdeaComment>) {
  return guardOn({
    name,
    by: z.object({ comment: commentId }),
    load: (db, viewer, { comment }) => ideaCommentById(db, viewer, comment),
    decide,
  });
}

/** A comment under an idea that the viewer removed less than a minute ago. */
export const onRemovedIdeaComment = guardOn({
  name: "whoever removed the comment, within a minute",
  by: z.object({ comment: commentId }),
  load: async (db, viewer, { comment }) => {
    const removed = await ideaCommentById(db, viewer, comment, true);
    return removed === null ||
      removed.removedBy !== viewer.id ||
      removed.removedAt === null ||
      removed.hiddenAt !== null
      ? null
      : { ...removed, removedAt: removed.removedAt };
  },
  decide: (viewer, removed) => canBringBack(viewer, removed, now()),
});
