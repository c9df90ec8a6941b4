import { z } from "zod";
import { remindPromisers } from "@/feedback/promised/remind";
import { watchGates } from "@/launch/alarm";
import { lookBack } from "@/launch/look-back";
import { transaction } from "@/platform/database/client";
import { queue } from "@/platform/jobs/boss";
import { keepDay } from "@/readiness/days";

/** What is looked at once a night: the gates are kept, those that fell are told of, and promises come to mind. */
export const night = queue("night", z.unknown());
export const NIGHT_CRON = "17 0 * * *";

export async function lookAtNight(): Promise<void> {
  await transaction(async (tx) => {
    await keepDay(tx);
    await watchGates(tx);
    await lookBack(tx);
    await remindPromisers(tx);
  });
}
