import { z } from "zod";
import { adminOnly } from "@/platform/access/decision";
import { admins, guardOn } from "@/platform/access/guard";
import { reads, router, writes } from "@/platform/access/procedure";
import { pageOf, pageShape } from "@/platform/database/page";
import { resendLetter } from "./actions/resend-letter";
import { letterById, letterPage } from "./queries";
import { LETTER_STATES, letterId } from "./shape";
import { letterCard, letterView } from "./views";

const onLetter = guardOn({
  name: "admin, on a letter",
  by: z.object({ letter: letterId }),
  load: (db, viewer, by) => (viewer.roles.has("admin") ? letterById(db, by.letter) : Promise.resolve(null)),
  decide: adminOnly,
});

export const mailRouter = router({
  letters: reads(admins)
    .input(pageShape.extend({ state: z.enum(LETTER_STATES).optional() }))
    .output(pageOf(letterCard))
    .query(({ ctx, input }) => letterPage(ctx.db, input, input)),
  letter: reads(onLetter)
    .output(letterView)
    .query(({ ctx }) => ctx.resource),
  resend: writes(onLetter)
    .output(z.object({ letter: letterId }))
    .mutation(async ({ ctx }) => {
      await resendLetter(ctx.act, ctx.resource.id);
      return { letter: ctx.resource.id };
    }),
});
