import { z } from "zod";
import { sweepUses } from "@/feedback/previews/uses";
import { sweepIncomingMail } from "@/mail/inbound/records";
import { endSuspensions } from "@/members/actions/suspend-person";
import { sweepFiles } from "@/members/files/sweep";
import { sweepKeys } from "@/members/keys/actions/end-key";
import { sweepSessions } from "@/members/sessions/actions/end-session";
import { stampRead } from "@/notices/actions/stamp-read";
import { sweepDecisions } from "@/notices/letters/sweep";
import { sweepDeliveries } from "@/notices/webhooks/actions/send-again";
import { transaction } from "@/platform/database/client";
import { queue } from "@/platform/jobs/boss";
import { sweepLimits } from "@/platform/limits/sweep";
import { sweepSignals } from "@/platform/live/announce";
import { sweepAttachments } from "@/posts/attachments/sweep";
import { sweepDrafts } from "@/posts/drafts/actions";
import { namedInDraft } from "@/posts/drafts/files";
import { sweepCalls } from "./api/once";
import { sweepRefused } from "./doors/refused-forms";

/**
 * What is done once an hour. Swept are sessions that ended, forms that came back and were left, budgets that ran out,
 * notes on mails that came in long ago, changes that nobody may come back for, and files of words that were removed or
 * that nothing took up, no draft either; what was read is noted.
 */
export const housekeeping = queue("housekeeping", z.unknown());

export const HOUSEKEEPING_CRON = "7 * * * *";

export async function keepHouse(): Promise<void> {
  await transaction(async (tx) => {
    await endSuspensions(tx, "housekeeping");
    await sweepSessions(tx);
    await sweepKeys(tx);
    await sweepCalls(tx);
    await sweepRefused(tx);
    await sweepLimits(tx);
    await sweepDrafts(tx);
    await sweepIncomingMail(tx);
    await stampRead(tx);
    await sweepAttachments(tx);
    await sweepUses(tx);
    await sweepDecisions(tx);
    await sweepDeliveries(tx);
    await sweepSignals(tx);
  });
  await sweepFiles(namedInDraft);
}
