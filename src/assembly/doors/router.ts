import { z } from "zod";
import { self } from "@/platform/access/guard";
import { reads, router } from "@/platform/access/procedure";
import { refusedFormId, refusedFormOf, refusedFormView } from "./refused-forms";

/** What the doors keep for pages to show. */
export const doorsRouter = router({
  /** One's own refused form, or null: an old link is no error. */
  refused: reads(self)
    .input(z.object({ id: refusedFormId }))
    .output(refusedFormView.nullable())
    .query(({ ctx, input }) => refusedFormOf(ctx.db, ctx.viewer.id, input.id, ctx.locale)),
});
