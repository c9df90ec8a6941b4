import { z } from "zod";
import { self } from "@/platform/access/guard";
import { reads, router, writes } from "@/platform/access/procedure";
import { sessionId } from "../shape";
import { endOtherSessions, endSession } from "./actions/end-session";
import { devicesOf, deviceView } from "./queries";

/** "My devices": anybody who is signed in sees and ends their own sessions, inside or still at the door. */
export const sessionsRouter = router({
  mine: reads(self)
    .output(z.array(deviceView))
    .query(({ ctx }) => devicesOf(ctx.db, ctx.viewer)),
  end: writes(self)
    .input(z.object({ session: sessionId }))
    .output(z.object({ session: sessionId }))
    .mutation(async ({ ctx, input }) => {
      await endSession(ctx.act, input.session);
      return { session: input.session };
    }),
  endOthers: writes(self)
    .output(z.object({ ended: z.number().int() }))
    .mutation(async ({ ctx }) => ({ ended: await endOtherSessions(ctx.act, ctx.viewer.sessionId) })),
});
