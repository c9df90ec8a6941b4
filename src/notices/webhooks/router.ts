import { z } from "zod";
import { boardChoices } from "@/feedback/boards";
import { boardName } from "@/feedback/views";
import { adminOnly } from "@/platform/access/decision";
import { admins, guardOn } from "@/platform/access/guard";
import { reads, router, writes } from "@/platform/access/procedure";
import { yesOrNo } from "@/platform/boxes";
import { pageOf, pageShape } from "@/platform/database/page";
import {
  addWebhook,
  editWebhook,
  hideSecret,
  pauseWebhook,
  removeWebhook,
  rotateSecret,
  testWebhook,
} from "./actions/run-webhook";
import { sendAgain } from "./actions/send-again";
import { deliveriesTo, deliveryById, webhookById, webhooksIn } from "./queries";
import { deliveryId, webhookId, webhookShape } from "./shape";
import { deliveryView, webhookCard, webhookView } from "./views";

/** An address that is told things; for everybody but admins there is none. */
const onWebhook = guardOn({
  name: "admin, on a webhook",
  by: z.object({ webhook: webhookId }),
  load: (db, viewer, by) => (viewer.roles.has("admin") ? webhookById(db, by.webhook) : Promise.resolve(null)),
  decide: adminOnly,
});
const onDelivery = guardOn({
  name: "admin, on what was sent to a webhook",
  by: z.object({ delivery: deliveryId }),
  load: (db, viewer, by) => (viewer.roles.has("admin") ? deliveryById(db, by.delivery) : Promise.resolve(null)),
  decide: adminOnly,
});

const done = z.object({ webhook: webhookId });

/** Addresses outside that are told what happens on boards. */
export const webhooksRouter = router({
  list: reads(admins)
    .output(z.array(webhookCard))
    .query(({ ctx }) => webhooksIn(ctx.db)),
  boards: reads(admins)
    .input(z.object({ webhook: webhookId.optional() }))
    .output(z.array(boardName))
    .query(async ({ ctx, input }) => {
      const before = input.webhook === undefined ? null : await webhookById(ctx.db, input.webhook);
      return boardChoices(ctx.db, ctx.viewer, { kept: before?.boards ?? [] });
    }),
  one: reads(onWebhook)
    .output(webhookView)
    .query(({ ctx }) => ctx.resource),
  deliveries: reads(onWebhook)
    .input(pageShape)
    .output(pageOf(deliveryView))
    .query(({ ctx, input }) => deliveriesTo(ctx.db, ctx.resource.id, input)),
  add: writes(admins)
    .input(webhookShape)
    .output(done)
    .mutation(async ({ ctx, input }) => ({ webhook: await addWebhook(ctx.act, input) })),
  edit: writes(onWebhook)
    .input(webhookShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await editWebhook(ctx.act, ctx.resource.id, input);
      return { webhook: ctx.resource.id };
    }),
  rotate: writes(onWebhook)
    .output(done)
    .mutation(async ({ ctx }) => {
      await rotateSecret(ctx.act, ctx.resource.id);
      return { webhook: ctx.resource.id };
    }),
  hideSecret: writes(onWebhook)
    .output(done)
    .mutation(async ({ ctx }) => {
      await hideSecret(ctx.act, ctx.resource.id);
      return { webhook: ctx.resource.id };
    }),
  pause: writes(onWebhook)
    .input(z.object({ paused: yesOrNo }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await pauseWebhook(ctx.act, ctx.resource.id, input.paused);
      return { webhook: ctx.resource.id };
    }),
  remove: writes(onWebhook)
    .output(z.object({}))
    .mutation(async ({ ctx }) => {
      await removeWebhook(ctx.act, ctx.resource.id);
      return {};
    }),
  test: writes(onWebhook, { name: "webhook-test", points: 20, seconds: 600 })
    .output(done)
    .mutation(async ({ ctx }) => {
      await testWebhook(ctx.act, ctx.resource.id);
      return { webhook: ctx.resource.id };
    }),
  sendAgain: writes(onDelivery, { name: "webhook-again", points: 60, seconds: 600 })
    .output(done)
    .mutation(async ({ ctx }) => {
      await sendAgain(ctx.act, ctx.resource.id);
      return { webhook: ctx.resource.webhook };
    }),
});
