import { z } from "zod";
import { reads, writes } from "@/platform/access/procedure";
import { conversationId } from "@/posts/shape";
import { onIdea } from "../guards";
import { canMoveIdea } from "../policy";
import { ideaView } from "../views";
import { mergeIdeas } from "./actions/merge-ideas";
import { undoMerge } from "./actions/undo-merge";
import { candidatesFor, planOf } from "./candidates";
import { mergeShape, undoMergeShape } from "./shape";
import { candidateView, mergePlanView } from "./views";

const merging = onIdea("host or admin", (viewer, idea) => canMoveIdea(viewer, idea.facts));
const doneIdea = z.object({ idea: conversationId });

/** Joining doubles, and letting them stand alone again. */
export const mergeProcedures = {
  /** What an idea may be a double of, and what joining it with a chosen one would mean, so that the page asks once. */
  mergeTargets: reads(merging)
    .input(
      z.object({
        search: z.string().trim().max(100).default(""),
        into: conversationId.optional().catch(undefined),
      }),
    )
    .output(z.object({ idea: ideaView, candidates: z.array(candidateView), plan: mergePlanView.nullable() }))
    .query(async ({ ctx, input }) => ({
      idea: ctx.resource,
      candidates: await candidatesFor(ctx.db, ctx.viewer, ctx.resource, input.search),
      plan: input.into === undefined ? null : await planOf(ctx.db, ctx.viewer, ctx.resource, input.into),
    })),
  merge: writes(merging)
    .input(mergeShape)
    .output(doneIdea)
    .mutation(async ({ ctx, input }) => {
      await mergeIdeas(ctx.act, ctx.resource.id, input);
      return { idea: input.into };
    }),
  undoMerge: writes(merging)
    .input(undoMergeShape)
    .output(doneIdea)
    .mutation(async ({ ctx, input }) => {
      await undoMerge(ctx.act, ctx.resource.id, input.merge);
      return { idea: ctx.resource.id };
    }),
};
