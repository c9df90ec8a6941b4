import { z } from "zod";
import { sweepIncomingMail } from "@/mail/inbound/records";
import { sweepSessions } from "@/members/sessions/actions/end-session";
import { stampRead } from "@/notices/actions/stamp-read";
import { transaction } from "@/platform/database/client";
import { queue } from "@/platform/jobs/boss";
import { sweepLimits } from "@/platform/limits/sweep";
import { sweepSignals } from "@/platform/live/announce";
import { sweepRefused } from "./doors/refused-forms";

/**
 * What is done once an hour: sessions, forms, budgets, notes on mail, and changes that nobody may come back for are
 * swept; what was read is noted.
 */
export const housekeeping = queue("housekeeping", z.unknown());

export const HOUSEKEEPING_CRON = "7 * * * *";

export async function keepHouse(): Promise<void> {
  await transaction(async (tx) => {
    await sweepSessions(tx);
    await sweepRefused(tx);
    await sweepLimits(tx);
    await sweepIncomingMail(tx);
    await stampRead(tx);
    await sweepSignals(tx);
  });
}
