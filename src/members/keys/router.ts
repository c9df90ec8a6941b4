import { z } from "zod";
import { inside, self } from "@/platform/access/guard";
import { reads, router, writes } from "@/platform/access/procedure";
import { endKey, hideKey } from "./actions/end-key";
import { makeProgramKey } from "./actions/make-key";
import { keysOf, keyView } from "./queries";
import { accessKeyId, newKeyShape } from "./shape";

const done = z.object({ key: accessKeyId });

/** One's own keys: for programs, and for feed readers. */
export const keysRouter = router({
  mine: reads(self)
    .output(z.array(keyView))
    .query(({ ctx }) => keysOf(ctx.db, ctx.viewer)),
  make: writes(inside, { name: "key", points: 20, seconds: 3600 })
    .input(newKeyShape)
    .output(done)
    .mutation(async ({ ctx, input }) => ({ key: await makeProgramKey(ctx.act, input) })),
  hide: writes(self)
    .input(z.object({ key: accessKeyId }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await hideKey(ctx.act, input.key);
      return input;
    }),
  end: writes(self)
    .input(z.object({ key: accessKeyId }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await endKey(ctx.act, input.key);
      return input;
    }),
});
