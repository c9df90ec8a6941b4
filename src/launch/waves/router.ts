import { z } from "zod";
import { admins, hosts } from "@/platform/access/guard";
import { reads, router, writes } from "@/platform/access/procedure";
import { pageOf, pageShape } from "@/platform/database/page";
import { onKnownPerson } from "../guards";
import { askHosts, expectNoMore, expectPerson } from "./actions/expect";
import { sendWave } from "./actions/send-wave";
import { setPlaces } from "./actions/set-places";
import { liftPause, setPace } from "./actions/steer-waves";
import { deskFor } from "./desk";
import { waves } from "./list";
import { deskShape, liftShape, paceShape, placesShape, sendWaveShape } from "./shape";
import { deskView, waveView } from "./views";

const done = z.object({});

export const wavesRouter = router({
  /** The next wave as it would go, without anything going. */
  desk: reads(hosts)
    .input(deskShape)
    .output(deskView)
    .query(({ ctx, input }) => deskFor(ctx.db, ctx.viewer, input.size)),
  list: reads(hosts)
    .input(pageShape)
    .output(pageOf(waveView))
    .query(({ ctx, input }) => waves(ctx.db, input)),
  send: writes(hosts, { name: "wave", points: 20, seconds: 3600 })
    .input(sendWaveShape)
    .output(z.object({ invited: z.number().int() }))
    .mutation(async ({ ctx, input }) => ({ invited: await sendWave(ctx.act, ctx, input) })),
  expect: writes(onKnownPerson)
    .output(done)
    .mutation(async ({ ctx }) => {
      await expectPerson(ctx.act, ctx.resource.id);
      return {};
    }),
  expectNoMore: writes(onKnownPerson)
    .output(done)
    .mutation(async ({ ctx }) => {
      await expectNoMore(ctx.act, ctx.resource.id);
      return {};
    }),
  askHosts: writes(hosts, { name: "ask-hosts", points: 10, seconds: 3600 })
    .input(sendWaveShape.pick({ size: true }))
    .output(z.object({ asked: z.number().int() }))
    .mutation(async ({ ctx, input }) => ({ asked: await askHosts(ctx.act, ctx.viewer, input.size) })),
  setPlaces: writes(hosts)
    .input(placesShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await setPlaces(ctx.act, input);
      return {};
    }),
  liftPause: writes(admins)
    .input(liftShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await liftPause(ctx.act, input.reason);
      return {};
    }),
  setPace: writes(admins)
    .input(paceShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await setPace(ctx.act, input.perDay);
      return {};
    }),
});
