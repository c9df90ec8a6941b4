import { reads, writes } from "@/platform/access/procedure";
import { completeShape, namesFor, namesToChoose } from "@/posts/mentions/complete";
import { PREVIEW_LIMIT, previewOf, previewShape, previewView } from "@/posts/mentions/preview";
import { amongReadersOfBoard } from "./among";
import { onBoard } from "./guards";
import { canSpeakOn } from "./policy";

const writingOnBoard = onBoard("writer on the board", canSpeakOn);

/** What an editor asks while somebody writes on a board. */
export const ideaNames = {
  names: reads(writingOnBoard)
    .input(completeShape)
    .output(namesToChoose)
    .query(({ ctx, input }) =>
      namesFor(ctx.db, ctx.viewer, amongReadersOfBoard(ctx.viewer, ctx.resource, {}), input.text),
    ),
  preview: writes(writingOnBoard, PREVIEW_LIMIT)
    .input(previewShape)
    .output(previewView)
    .mutation(({ ctx, input }) =>
      previewOf(ctx.tx, ctx.viewer, input, amongReadersOfBoard(ctx.viewer, ctx.resource, {})),
    ),
};
