import { z } from "zod";
import { hosts, inside, self } from "@/platform/access/guard";
import { reads, router, writes } from "@/platform/access/procedure";
import { pageOf, pageShape } from "@/platform/database/page";
import { PREVIEW_LIMIT, plainPreview, previewView } from "@/posts/mentions/preview";
import { render } from "@/posts/render";
import { builtLately } from "./built";
import { ownDoorFace, showAtTheDoor } from "./faces";
import { followerCount, followTheDoor, leaveTheDoor } from "./follow";
import { onDoorLetter, onTheDoorstep } from "./guards";
import { doorLetters } from "./letters";
import { doorLetterId, doorLetterShape, doorWordsShape, newDoorLetterShape } from "./shape";
import { doorLetterView, ownDoorLetterView } from "./views";
import { changeDoorLetter, takeDoorLetterDown, writeDoorLetter } from "./write-letter";

const done = z.object({});
const doneLetter = z.object({ letter: doorLetterId });

export const doorRouter = router({
  mine: reads(inside)
    .output(z.object({ face: doorWordsShape.nullable() }))
    .query(async ({ ctx }) => ({ face: await ownDoorFace(ctx.db, ctx.viewer.id) })),
  show: writes(inside)
    .input(doorWordsShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await showAtTheDoor(ctx.act, input);
      return {};
    }),
  hide: writes(inside)
    .output(done)
    .mutation(async ({ ctx }) => {
      await showAtTheDoor(ctx.act, null);
      return {};
    }),
  follow: writes(self, { name: "door-follow", points: 20, seconds: 3600 })
    .output(done)
    .mutation(async ({ ctx }) => {
      await followTheDoor(ctx.act, ctx.viewer);
      return {};
    }),
  unfollow: writes(self)
    .output(done)
    .mutation(async ({ ctx }) => {
      await leaveTheDoor(ctx.act);
      return {};
    }),
  /** What those who wait read, further back than the waiting room itself tells. */
  letters: reads(onTheDoorstep)
    .input(pageShape)
    .output(pageOf(doorLetterView))
    .query(({ ctx, input }) => doorLetters(ctx.db, input)),
  /** The same for hosts, with whom a new one would reach. */
  desk: reads(hosts)
    .input(pageShape)
    .output(pageOf(ownDoorLetterView).extend({ followers: z.number().int() }))
    .query(async ({ ctx, input }) => ({
      ...(await doorLetters(ctx.db, input)),
      followers: await followerCount(ctx.db),
    })),
  letter: reads(onDoorLetter)
    .output(ownDoorLetterView)
    .query(({ ctx }) => ctx.resource),
  built: reads(hosts)
    .output(z.array(z.object({ title: z.string(), thanksTo: z.string().nullable() })))
    .query(({ ctx }) => builtLately(ctx.db, ctx.viewer)),
  writeLetter: writes(hosts, { name: "door-letter", points: 20, seconds: 3600 })
    .input(newDoorLetterShape)
    .output(doneLetter)
    .mutation(async ({ ctx, input }) => ({ letter: await writeDoorLetter(ctx.act, input) })),
  previewLetter: writes(hosts, PREVIEW_LIMIT)
    .input(doorLetterShape.pick({ body: true }))
    .output(previewView)
    .mutation(async ({ input }) => plainPreview(render(input.body).bodyHtml)),
  changeLetter: writes(onDoorLetter)
    .input(doorLetterShape)
    .output(doneLetter)
    .mutation(async ({ ctx, input }) => {
      await changeDoorLetter(ctx.act, ctx.resource.id, input);
      return { letter: ctx.resource.id };
    }),
  takeLetterDown: writes(onDoorLetter)
    .output(done)
    .mutation(async ({ ctx }) => {
      await takeDoorLetterDown(ctx.act, ctx.resource.id);
      return {};
    }),
});
