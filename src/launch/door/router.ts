import { z } from "zod";
import { inside } from "@/platform/access/guard";
import { reads, router, writes } from "@/platform/access/procedure";
import { ownDoorWords, showAtTheDoor } from "./faces";
import { doorWordsShape } from "./shape";

const done = z.object({});

export const doorRouter = router({
  mine: reads(inside)
    .output(z.object({ words: z.string().nullable() }))
    .query(async ({ ctx }) => ({ words: await ownDoorWords(ctx.db, ctx.viewer.id) })),
  show: writes(inside)
    .input(doorWordsShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await showAtTheDoor(ctx.act, input.words);
      return {};
    }),
  hide: writes(inside)
    .output(done)
    .mutation(async ({ ctx }) => {
      await showAtTheDoor(ctx.act, null);
      return {};
    }),
});
