import { z } from "zod";
import { sweepIncomingMail } from "@/mail/inbound/records";
import { sweepSessions } from "@/members/sessions/actions/end-session";
import { transaction } from "@/platform/database/client";
import { queue } from "@/platform/jobs/boss";
import { sweepLimits } from "@/platform/limits/sweep";
import { sweepRefused } from "./doors/refused-forms";

/**
 * What is swept once an hour: sessions that ended, forms that came back and were left, budgets that ran out, notes on
 * mails that came in long ago.
 */
export const housekeeping = queue("housekeeping", z.unknown());

export const HOUSEKEEPING_CRON = "7 * * * *";

export async function keepHouse(): Promise<void> {
  await transaction(async (tx) => {
    await sweepSessions(tx);
    await sweepRefused(tx);
    await sweepLimits(tx);
    await sweepIncomingMail(tx);
  });
}
