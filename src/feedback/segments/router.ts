import { reads } from "@/platform/access/procedure";
import { onIdea } from "../guards";
import { canSeeSegments } from "../policy";
import { segmentsOf } from "./queries";
import { segmentsView } from "./views";

const reading = onIdea("who voted shown by the board, host or admin", (viewer, idea) =>
  canSeeSegments(viewer, idea.facts),
);

/** From where the votes on an idea come. */
export const segmentProcedures = {
  segments: reads(reading)
    .output(segmentsView)
    .query(async ({ ctx }) => {
      const { id, title, voteCount } = ctx.resource;
      return { idea: { id, title, voteCount }, by: await segmentsOf(ctx.db, id) };
    }),
};
