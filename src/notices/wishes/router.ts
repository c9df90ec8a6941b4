import { z } from "zod";
import { inside } from "@/platform/access/guard";
import { reads, router, writes } from "@/platform/access/procedure";
import { setRules, setWish } from "./actions/set-wishes";
import { wishesOf } from "./queries";
import { rulesShape, wishShape } from "./shape";
import { wishesView } from "./views";

const done = z.object({ saved: z.literal("yes") });

/** How one is told: one's own affair, so nothing is announced. */
export const wishesRouter = router({
  mine: reads(inside)
    .output(wishesView)
    .query(({ ctx }) => wishesOf(ctx.db, ctx.viewer)),
  set: writes(inside)
    .input(wishShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await setWish(ctx.act, input);
      return { saved: "yes" };
    }),
  setRules: writes(inside)
    .input(rulesShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      // Only one's own spaces: a wish for another would tell whether it exists.
      const spaces = Object.entries(input.spaces).filter(([key]) => ctx.viewer.spaces.has(key as never));
      await setRules(ctx.act, [
        ...Object.entries(input.kinds).map(([key, way]) => ({ scope: "kind" as const, key, way })),
        ...spaces.map(([key, way]) => ({ scope: "space" as const, key, way })),
      ]);
      return { saved: "yes" };
    }),
});
