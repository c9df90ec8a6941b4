import { z } from "zod";
import { demand } from "@/platform/access/decision";
import { guardOn, hosts, inside } from "@/platform/access/guard";
import { reads, router, writes } from "@/platform/access/procedure";
import { pageOf, pageShape } from "@/platform/database/page";
import { found } from "@/platform/errors";
import { agreedShape } from "@/posts/mentions/among";
import { demandMeasure } from "@/posts/newcomer/demand";
import { conversationId, title } from "@/posts/shape";
import { suggestIdea } from "../actions/suggest-idea";
import { amongReadersOfBoard } from "../among";
import { boardById } from "../boards";
import { onBoard } from "../guards";
import { canSuggest, canSuggestForOthers } from "../policy";
import { boardId } from "../shape";
import { answerNote, closeNote, makeIdeaOf } from "./actions/settle-note";
import { tellHosts } from "./actions/tell-hosts";
import { pageLine } from "./page-line";
import { canMakeIdea, canSettleNote } from "./policy";
import { noteDeskFor, noteForTeam, ownNotes } from "./queries";
import { answerShape, hostNoteId, noteListShape, noteShape, toldIdeaShape } from "./shape";
import { noteDesk, ownNote } from "./views";

const suggesting = onBoard("let suggest by the board, not archived", canSuggest);

/** A note to the hosts, for the team; for everybody else none exists, not even their own. */
function onNote(name: string, decide: typeof canSettleNote) {
  return guardOn({
    name,
    by: z.object({ note: hostNoteId }),
    load: (db, viewer, { note }) => noteForTeam(db, viewer, note),
    decide,
  });
}
const settling = onNote("host or admin, note not closed", canSettleNote);
const making = onNote("host or admin, where the writer lets it become an idea", canMakeIdea);
const doneNote = z.object({ note: hostNoteId });
const doneIdea = z.object({ idea: conversationId });

/** Telling the house something from where one stands. */
export const tellingRouter = router({
  mine: reads(inside)
    .input(pageShape)
    .output(pageOf(ownNote))
    .query(({ ctx, input }) => ownNotes(ctx.db, ctx.viewer, input)),
  tell: writes(inside, { name: "tell-hosts", points: 10, seconds: 3600 })
    .input(noteShape)
    .output(doneNote)
    .mutation(async ({ ctx, input }) => ({ note: await tellHosts(ctx.act, input) })),
  suggest: writes(suggesting, { name: "suggest", points: 20, seconds: 600 })
    .input(toldIdeaShape.extend(agreedShape.shape))
    .output(doneIdea)
    .mutation(async ({ ctx, input }) => {
      await demandMeasure(ctx.act, ctx.viewer, { as: "conversation", body: input.body });
      const line = input.withPage ? pageLine(ctx.locale, input) : "";
      const body = line === "" ? input.body : `${input.body}\n\n${line}`;
      const among = amongReadersOfBoard(ctx.viewer, ctx.resource, input);
      return { idea: await suggestIdea(ctx.act, ctx.resource, { ...input, body, among }) };
    }),
  desk: reads(hosts)
    .input(pageShape.extend(noteListShape.shape))
    .output(noteDesk)
    .query(({ ctx, input }) => noteDeskFor(ctx.db, ctx.viewer, input.show, input)),
  answer: writes(settling)
    .input(answerShape)
    .output(doneNote)
    .mutation(async ({ ctx, input }) => {
      await answerNote(ctx, ctx.resource.id, input.answer);
      return { note: ctx.resource.id };
    }),
  close: writes(settling)
    .output(doneNote)
    .mutation(async ({ ctx }) => {
      await closeNote(ctx, ctx.resource.id);
      return { note: ctx.resource.id };
    }),
  makeIdea: writes(making)
    .input(z.object({ board: boardId, title }))
    .output(doneIdea)
    .mutation(async ({ ctx, input }) => {
      const on = found(await boardById(ctx.tx, ctx.viewer, input.board));
      demand(canSuggestForOthers(ctx.viewer, on));
      return { idea: await makeIdeaOf(ctx, ctx.resource.id, on, input.title) };
    }),
});
