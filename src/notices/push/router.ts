import { z } from "zod";
import { inside } from "@/platform/access/guard";
import { router, writes } from "@/platform/access/procedure";
import { addDevice, removeDevice } from "./actions/devices";
import { subscriptionShape } from "./shape";

const done = z.object({ saved: z.literal("yes") });

/** Notices on this browser: one's own affair, so nothing is announced. */
export const pushRouter = router({
  add: writes(inside)
    .input(subscriptionShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await addDevice(ctx.act, ctx.viewer, input);
      return { saved: "yes" };
    }),
  remove: writes(inside)
    .output(done)
    .mutation(async ({ ctx }) => {
      await removeDevice(ctx.act, ctx.viewer);
      return { saved: "yes" };
    }),
});
