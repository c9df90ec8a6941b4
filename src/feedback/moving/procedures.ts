import { z } from "zod";
import { ALLOW, demand } from "@/platform/access/decision";
import { reads, writes } from "@/platform/access/procedure";
import { yesOrNo } from "@/platform/boxes";
import { found } from "@/platform/errors";
import { conversationId, LOCK_REASON_MAX } from "@/posts/shape";
import { boardById } from "../boards";
import { followIdea } from "../following/actions/follow-idea";
import { followIdeaShape } from "../following/shape";
import { onIdea } from "../guards";
import { headOf } from "../merging/place";
import { removeNote, writeNote } from "../notes/actions/write-note";
import { notesOn } from "../notes/queries";
import { ideaNoteId, newNoteShape } from "../notes/shape";
import { noteView } from "../notes/views";
import { canHostIdea, canMoveIdea, canSuggest } from "../policy";
import { boardId } from "../shape";
import { lockTalk } from "./actions/lock-talk";
import { transferIdea } from "./actions/transfer-idea";
import { courseOf } from "./course";
import { transferOf } from "./targets";
import { courseStep, transferView } from "./views";

const readingIdea = onIdea("idea visible", () => ALLOW);
const moving = onIdea("host or admin", (viewer, idea) => canMoveIdea(viewer, idea.facts));
const hosting = onIdea("host or admin", canHostIdea);
const doneIdea = z.object({ idea: conversationId });

/** What hosts do with an idea beside answering it, and how members follow what becomes of it. */
export const hostProcedures = {
  course: reads(readingIdea)
    .output(z.array(courseStep))
    .query(({ ctx }) => courseOf(ctx.db, ctx.viewer, ctx.resource.id)),
  /** A double is followed where it went. */
  followIdea: writes(readingIdea)
    .input(followIdeaShape)
    .output(doneIdea)
    .mutation(async ({ ctx, input }) => {
      await followIdea(ctx.act, headOf(ctx.resource), input.wish);
      return { idea: ctx.resource.id };
    }),
  transferTargets: reads(moving)
    .input(z.object({ to: boardId.optional().catch(undefined) }))
    .output(transferView.extend({ title: z.string(), from: boardId }))
    .query(async ({ ctx, input }) => ({
      title: ctx.resource.title,
      from: ctx.resource.board.id,
      ...(await transferOf(ctx.db, ctx.viewer, ctx.resource, input.to)),
    })),
  transfer: writes(moving)
    .input(z.object({ from: boardId, to: boardId }))
    .output(doneIdea)
    .mutation(async ({ ctx, input }) => {
      const target = found(await boardById(ctx.tx, ctx.viewer, input.to));
      demand(canSuggest(ctx.viewer, target));
      await transferIdea(ctx.act, ctx.resource.id, input);
      return { idea: ctx.resource.id };
    }),
  lockTalk: writes(moving)
    .input(z.object({ locked: yesOrNo, reason: z.string().trim().max(LOCK_REASON_MAX).default("") }))
    .output(doneIdea)
    .mutation(async ({ ctx, input }) => {
      await lockTalk(ctx.act, ctx.resource.id, input);
      return { idea: ctx.resource.id };
    }),
  notes: reads(hosting)
    .output(z.array(noteView))
    .query(({ ctx }) => notesOn(ctx.db, ctx.resource.id)),
  addNote: writes(hosting)
    .input(newNoteShape)
    .output(doneIdea)
    .mutation(async ({ ctx, input }) => {
      await writeNote(ctx.act, ctx.resource.id, input.body);
      return { idea: ctx.resource.id };
    }),
  removeNote: writes(hosting)
    .input(z.object({ note: ideaNoteId }))
    .output(doneIdea)
    .mutation(async ({ ctx, input }) => {
      await removeNote(ctx.act, ctx.resource.id, input.note);
      return { idea: ctx.resource.id };
    }),
};
