import { z } from "zod";
import { inside } from "@/platform/access/guard";
import { reads, writes } from "@/platform/access/procedure";
import { onSpace } from "@/spaces/guards";
import { canWriteInSpace } from "@/spaces/policy";
import { spaceId } from "@/spaces/shape";
import { amongReadersOf } from "./among";
import { completeShape, namesFor, namesToChoose, spacesToName, spaceToName } from "./complete";
import { PREVIEW_LIMIT, previewOf, previewShape, previewView } from "./preview";

const writingInSpace = onSpace("writer in the space", canWriteInSpace);

/** What an editor asks while somebody writes in a space. */
export const postNames = {
  names: reads(writingInSpace)
    .input(completeShape)
    .output(namesToChoose)
    .query(({ ctx, input }) =>
      namesFor(ctx.db, ctx.viewer, amongReadersOf(ctx.viewer, ctx.resource, ctx.resource, {}), input.text),
    ),
  spaceNames: reads(inside)
    .input(completeShape.extend({ here: spaceId.optional() }))
    .output(z.array(spaceToName))
    .query(({ ctx, input }) => spacesToName(ctx.db, ctx.viewer, input.here ?? null, input.text)),
  preview: writes(writingInSpace, PREVIEW_LIMIT)
    .input(previewShape)
    .output(previewView)
    .mutation(({ ctx, input }) =>
      previewOf(ctx.tx, ctx.viewer, input, amongReadersOf(ctx.viewer, ctx.resource, ctx.resource, {})),
    ),
};
