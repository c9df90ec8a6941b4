import { z } from "zod";
import { writes } from "@/platform/access/procedure";
import { conversationId } from "@/posts/shape";
import { slug } from "@/spaces/shape";
import { onBoard, onIdea } from "../guards";
import { canMoveIdea, canRunBoards } from "../policy";
import { boardId, LABEL_KINDS, labelId, labelName, sortIdeaShape } from "../shape";
import { addLabel, removeLabel, renameLabel, sortIdea } from "./actions";

const running = onBoard("host or admin", canRunBoards);
const sorting = onIdea("host or admin", (viewer, idea) => canMoveIdea(viewer, idea.facts));
const doneBoard = z.object({ board: boardId, slug });

/** The categories and the tags of a board, and which of them an idea has. */
export const labelProcedures = {
  addLabel: writes(running)
    .input(z.object({ kind: z.enum(LABEL_KINDS), name: labelName }))
    .output(doneBoard)
    .mutation(async ({ ctx, input }) => {
      await addLabel(ctx.act, ctx.resource.id, input);
      return { board: ctx.resource.id, slug: ctx.resource.slug };
    }),
  renameLabel: writes(running)
    .input(z.object({ label: labelId, name: labelName }))
    .output(doneBoard)
    .mutation(async ({ ctx, input }) => {
      await renameLabel(ctx.act, ctx.resource.id, input.label, input.name);
      return { board: ctx.resource.id, slug: ctx.resource.slug };
    }),
  removeLabel: writes(running)
    .input(z.object({ label: labelId }))
    .output(doneBoard)
    .mutation(async ({ ctx, input }) => {
      await removeLabel(ctx.act, ctx.resource.id, input.label);
      return { board: ctx.resource.id, slug: ctx.resource.slug };
    }),
  sortIdea: writes(sorting)
    .input(sortIdeaShape)
    .output(z.object({ idea: conversationId }))
    .mutation(async ({ ctx, input }) => {
      await sortIdea(ctx.act, ctx.resource.id, input);
      return { idea: ctx.resource.id };
    }),
};
