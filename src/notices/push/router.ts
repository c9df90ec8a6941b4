import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { inside } from "@/platform/access/guard";
import { reads, router, writes } from "@/platform/access/procedure";
import { env } from "@/platform/env";
import { addDevice, removeDevice } from "./actions/devices";
import { pushDevice } from "./schema";
import { subscriptionShape } from "./shape";

const done = z.object({ saved: z.literal("yes") });

/** Notices on this browser: one's own affair, so nothing is announced. */
export const pushRouter = router({
  here: reads(inside)
    .output(z.object({ key: z.string().nullable(), on: z.boolean() }))
    .query(async ({ ctx }) => {
      const [row] = await ctx.db
        .select({ id: pushDevice.id })
        .from(pushDevice)
        .where(and(eq(pushDevice.personId, ctx.viewer.id), eq(pushDevice.sessionId, ctx.viewer.sessionId)))
        .limit(1);
      return { key: env().VAPID_PUBLIC_KEY ?? null, on: row !== undefined };
    }),
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
