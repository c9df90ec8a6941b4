import { z } from "zod";
import { ALLOW } from "@/platform/access/decision";
import { admins, guardOn, inside } from "@/platform/access/guard";
import { reads, router, writes } from "@/platform/access/procedure";
import { pageOf, pageShape } from "@/platform/database/page";
import { markAll, markNotice, unmarkAll } from "./actions/mark";
import { decisionCounts, decisionsFor } from "./letters/queries";
import { decisionCount, decisionView } from "./letters/views";
import { placeOf } from "./places";
import { bellOf, noticeById, noticePage } from "./queries";
import { noticeId } from "./shape";
import { bellView, noticeView } from "./views";

const onOwnNotice = guardOn({
  name: "own notice, of what one may see",
  by: z.object({ notice: noticeId }),
  load: (db, viewer, { notice }) => noticeById(db, viewer, notice),
  decide: () => ALLOW,
});

const done = z.object({ notice: noticeId });
const stamp = z.object({ at: z.coerce.date() });

export const noticesRouter = router({
  bell: reads(inside)
    .output(bellView)
    .query(({ ctx }) => bellOf(ctx.db, ctx.viewer)),
  list: reads(inside)
    .input(pageShape.extend({ show: z.enum(["unread", "all"]).default("unread") }))
    .output(pageOf(noticeView))
    .query(({ ctx, input }) => noticePage(ctx.db, ctx.viewer, { unreadOnly: input.show === "unread" }, input)),
  decisions: reads(inside)
    .input(pageShape)
    .output(pageOf(decisionView))
    .query(({ ctx, input }) => decisionsFor(ctx.db, ctx.viewer, input)),
  decided: reads(admins)
    .output(z.array(decisionCount))
    .query(({ ctx }) => decisionCounts(ctx.db)),
  open: writes(onOwnNotice)
    .output(z.object({ to: z.string() }))
    .mutation(async ({ ctx }) => {
      await markNotice(ctx.act, ctx.resource.id, true);
      return { to: placeOf(ctx.resource) };
    }),
  read: writes(onOwnNotice)
    .output(done)
    .mutation(async ({ ctx }) => {
      await markNotice(ctx.act, ctx.resource.id, true);
      return { notice: ctx.resource.id };
    }),
  unread: writes(onOwnNotice)
    .output(done)
    .mutation(async ({ ctx }) => {
      await markNotice(ctx.act, ctx.resource.id, false);
      return { notice: ctx.resource.id };
    }),
  readAll: writes(inside)
    .input(z.object({ until: z.coerce.date() }))
    .output(z.object({ at: z.string() }))
    .mutation(async ({ ctx, input }) => ({ at: (await markAll(ctx.act, input.until)).toISOString() })),
  unreadAll: writes(inside)
    .input(stamp)
    .output(stamp)
    .mutation(async ({ ctx, input }) => {
      await unmarkAll(ctx.act, input.at);
      return { at: input.at };
    }),
});
