import { lt } from "drizzle-orm";
import { now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { rateLimit } from "./schema";

/** Removes budgets whose time is over; the next spending begins anew either way. */
export async function sweepLimits(tx: Tx): Promise<void> {
  await tx.delete(rateLimit).where(lt(rateLimit.expire, now().getTime()));
}
