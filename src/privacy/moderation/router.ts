import { z } from "zod";
import { admitted, and, demand } from "@/platform/access/decision";
import { guardOn, guardPlace, inside } from "@/platform/access/guard";
import { reads, router, writes } from "@/platform/access/procedure";
import { pageOf, pageShape } from "@/platform/database/page";
import { reasonShape, reportShape, suspendShape, thingId } from "@/posts/moderation/shape";
import { reportWords } from "./actions/report-words";
import { suspendAuthor } from "./actions/suspend-author";
import { hideWords, leaveWords, restoreWords, takeWords, warnAuthor } from "./actions/take-words";
import { canModerate, canOpenDesk, canReport, canSuspend } from "./policy";
import { caseOf, casesFor, ownWordsOf, reportableOf } from "./queries";
import { moderatedThing, readableThing } from "./thing";
import { caseCard, caseView, ownWord, reportable } from "./views";

const by = z.object({ thing: thingId });
/** Words that a reader has before them, which are not their own. */
const onReadable = guardOn({
  name: "reader of the words, not their author",
  by,
  load: (db, viewer, { thing }) => readableThing(db, viewer, thing),
  decide: canReport,
});
/** Words that the viewer looks after; for all others there is no such desk. */
const onModerated = guardOn({
  name: "host, admin or space owner, not the author",
  by,
  load: (db, viewer, { thing }) => moderatedThing(db, viewer, thing),
  decide: canModerate,
});
const atTheDesk = guardPlace("host, admin or owner of a space", and(admitted, canOpenDesk));
const REPORTING = { name: "report", points: 10, seconds: 3600 };
const done = z.object({ thing: thingId });

/** Looking after words: anybody brings them, hosts look at them. */
export const moderationRouter = router({
  reportable: reads(onReadable)
    .output(reportable)
    .query(({ ctx }) => reportableOf(ctx.db, ctx.viewer, ctx.resource)),
  report: writes(onReadable, REPORTING)
    .input(reportShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await reportWords(ctx.act, ctx.resource, input);
      return { thing: ctx.resource.id };
    }),
  /** What the viewer looks after, open or settled. */
  cases: reads(atTheDesk)
    .input(pageShape.extend({ show: z.enum(["open", "settled"]).default("open") }))
    .output(pageOf(caseCard))
    .query(({ ctx, input }) => casesFor(ctx.db, ctx.viewer, { settled: input.show === "settled" }, input)),
  case: reads(onModerated)
    .output(caseView)
    .query(({ ctx }) => caseOf(ctx.db, ctx.viewer, ctx.resource)),
  hide: writes(onModerated)
    .input(reasonShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await hideWords(ctx.act, ctx.resource, input.reason);
      return { thing: ctx.resource.id };
    }),
  remove: writes(onModerated)
    .input(reasonShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await takeWords(ctx.act, ctx.resource, input.reason);
      return { thing: ctx.resource.id };
    }),
  restore: writes(onModerated)
    .input(reasonShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await restoreWords(ctx.act, ctx.resource, input.reason);
      return { thing: ctx.resource.id };
    }),
  leave: writes(onModerated)
    .input(reasonShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await leaveWords(ctx.act, ctx.resource, input.reason);
      return { thing: ctx.resource.id };
    }),
  warn: writes(onModerated)
    .input(reasonShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await warnAuthor(ctx.act, ctx.resource, input.reason);
      return { thing: ctx.resource.id };
    }),
  suspend: writes(onModerated)
    .input(suspendShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      demand(canSuspend(ctx.viewer, ctx.resource, input.days));
      await suspendAuthor(ctx.act, ctx.resource, input);
      return { thing: ctx.resource.id };
    }),
  ownWords: reads(inside)
    .input(pageShape)
    .output(pageOf(ownWord))
    .query(({ ctx, input }) => ownWordsOf(ctx.db, ctx.viewer, input)),
});
