import { z } from "zod";
import { onKnownPerson } from "@/launch/guards";
import { personId } from "@/members/shape";
import { ALLOW } from "@/platform/access/decision";
import { guardOn, hosts } from "@/platform/access/guard";
import { reads, router, writes } from "@/platform/access/procedure";
import { isTeam } from "@/platform/access/viewer";
import { pageOf, pageShape } from "@/platform/database/page";
import { noteTalk, takeNoteOut } from "./note";
import { ownNote, ownNotes } from "./queries";
import { noteId, noteShape } from "./shape";
import { noteView } from "./views";

const onOwnNote = guardOn({
  name: "own note",
  by: z.object({ note: noteId }),
  load: async (db, viewer, { note }) => (isTeam(viewer) ? ownNote(db, viewer, note) : null),
  decide: () => ALLOW,
});

/** The host's journal: what was said in talks, for the host alone. */
export const journalRouter = router({
  mine: reads(hosts)
    .input(pageShape.extend({ person: personId.optional() }))
    .output(pageOf(noteView))
    .query(({ ctx, input }) => ownNotes(ctx.db, ctx.viewer, input.person, input)),
  note: writes(onKnownPerson)
    .input(noteShape)
    .output(z.object({ note: noteId }))
    .mutation(async ({ ctx, input }) => ({ note: await noteTalk(ctx.act, ctx.resource.id, input) })),
  takeOut: writes(onOwnNote)
    .output(z.object({}))
    .mutation(async ({ ctx }) => {
      await takeNoteOut(ctx.act, ctx.resource);
      return {};
    }),
});
