import { lt } from "drizzle-orm";
import { daysAfter, now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { mailDecision } from "./schema";

const KEPT_DAYS = 90;

/** Forgets what was decided about mails of long ago. */
export async function sweepDecisions(tx: Tx): Promise<void> {
  await tx.delete(mailDecision).where(lt(mailDecision.at, daysAfter(now(), -KEPT_DAYS)));
}
