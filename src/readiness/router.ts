import { z } from "zod";
import { admins, hosts, inside } from "@/platform/access/guard";
import { reads, router, writes } from "@/platform/access/procedure";
import { yesOrNo } from "@/platform/boxes";
import { now } from "@/platform/clock";
import { enterLine, removeLine } from "./calendar/enter";
import { newEntryShape } from "./calendar/shape";
import { calendarFor } from "./calendar/view";
import { curvesAt } from "./curves";
import { pastAt } from "./days";
import { onCalendarLine } from "./guards";
import { answerQuestion, questionFor, setNeverAsked } from "./missed/answer";
import { openRound } from "./missed/open-round";
import { answerShape } from "./missed/shape";
import { readinessAt } from "./queries";
import { readinessShape } from "./shape";
import { calendarView, curvesView, pastView, questionView } from "./views";

const done = z.object({});

export const readinessRouter = router({
  current: reads(hosts)
    .output(readinessShape)
    .query(({ ctx }) => readinessAt(ctx.db, { at: now() })),
  curves: reads(hosts)
    .output(curvesView)
    .query(({ ctx }) => curvesAt(ctx.db, now())),
  past: reads(hosts)
    .output(pastView)
    .query(({ ctx }) => pastAt(ctx.db, now())),
  calendar: reads(hosts)
    .output(calendarView)
    .query(({ ctx }) => calendarFor(ctx.db, ctx.viewer)),
  enter: writes(admins)
    .input(newEntryShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await enterLine(ctx.act, input);
      return {};
    }),
  takeOut: writes(onCalendarLine)
    .output(done)
    .mutation(async ({ ctx }) => {
      await removeLine(ctx.act, ctx.resource);
      return {};
    }),
  askMissed: writes(hosts)
    .output(z.object({ asked: z.number().int() }))
    .mutation(async ({ ctx }) => ({ asked: await openRound(ctx.act) })),
  question: reads(inside)
    .output(questionView)
    .query(({ ctx }) => questionFor(ctx.db, ctx.viewer.id)),
  setNeverAsked: writes(inside)
    .input(z.object({ never: yesOrNo }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await setNeverAsked(ctx.act, input.never);
      return {};
    }),
  answerQuestion: writes(inside)
    .input(answerShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await answerQuestion(ctx.act, input.answer);
      return {};
    }),
});
