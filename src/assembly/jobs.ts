import type { z } from "zod";
import { attendEntry } from "@/feedback/changelog/actions/publish-entry";
import { entriesDue } from "@/feedback/changelog/queue";
import { ideaImports } from "@/imports/ideas/queue";
import { workOnImport } from "@/imports/ideas/work";
import { attendPlan } from "@/launch/plans/attend";
import { plans } from "@/launch/plans/queue";
import { freezeUnitsOf, units } from "@/launch/units";
import { GATE_CRON, readGateNow, waveGate } from "@/launch/waves/gate";
import { deliverLetter } from "@/mail/deliver";
import { letters } from "@/mail/queue";
import { DIGEST_CRON, digests, sendDigests } from "@/notices/digest/send";
import { noticeMail } from "@/notices/letters/queue";
import { mailDue, NOTICE_MAIL_CRON } from "@/notices/letters/send";
import { noticePush } from "@/notices/push/queue";
import { pushNotices } from "@/notices/push/send";
import { webhookCalls } from "@/notices/webhooks/queue";
import { callWebhook } from "@/notices/webhooks/send";
import { transaction } from "@/platform/database/client";
import type { Queue } from "@/platform/jobs/boss";
import type { Slot } from "@/platform/jobs/work";
import { renderAgain, rendering } from "@/posts/render-again";
import { LEARN_CRON, learnWords, wordsToLearn } from "@/search/vocabulary";
import { lookAtNight, NIGHT_CRON, night } from "./night";

/** A queue with whoever does its work. */
export type Worker = { readonly queue: Queue<z.ZodType>; readonly handle: (data: unknown) => Promise<void> };

/** The work beside the events, queue by queue. */
export const workers: readonly Worker[] = [
  { queue: letters, handle: (data) => deliverLetter(data) },
  { queue: plans, handle: attendPlan },
  { queue: entriesDue, handle: attendEntry },
  { queue: units, handle: freezeUnitsOf },
  { queue: noticeMail, handle: mailDue },
  { queue: noticePush, handle: pushNotices },
  { queue: ideaImports, handle: workOnImport },
  { queue: webhookCalls, handle: callWebhook },
  { queue: digests, handle: sendDigests },
  { queue: wordsToLearn, handle: learnWords },
  { queue: night, handle: lookAtNight },
  { queue: waveGate, handle: readGateNow },
  { queue: rendering, handle: async () => void (await transaction(renderAgain)) },
];

/** The work that comes by the clock. */
export const slots: readonly Slot[] = [
  { queue: noticeMail, cron: NOTICE_MAIL_CRON },
  { queue: digests, cron: DIGEST_CRON },
  { queue: wordsToLearn, cron: LEARN_CRON },
  { queue: night, cron: NIGHT_CRON },
  { queue: waveGate, cron: GATE_CRON },
];
