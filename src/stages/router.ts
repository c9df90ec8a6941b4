import { self } from "@/platform/access/guard";
import { reads, router } from "@/platform/access/procedure";
import { currentStage } from "./queries";
import { myStandingView } from "./views";

export const stagesRouter = router({
  /** "You are here because …", or why not yet. */
  standing: reads(self)
    .output(myStandingView)
    .query(async ({ ctx }) => {
      const { stage, since } = await currentStage(ctx.db);
      return { stage, since, standing: { ...ctx.viewer.standing } };
    }),
});
