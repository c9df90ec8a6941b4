import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/platform/database/client";
import { announce } from "@/platform/live/announce";
import { touched } from "@/platform/live/topic";
import { notice } from "./schema";

/**
 * Lets the bells of those who have not read something count anew, because it was taken back: a notice is shown only
 * while what it tells stands.
 */
export async function hush(tx: Tx, bundle: string): Promise<void> {
  const waiting = await tx
    .select({ personId: notice.personId })
    .from(notice)
    .where(and(eq(notice.bundle, bundle), isNull(notice.readAt)));
  await announce(
    tx,
    waiting.map(({ personId }) => touched("person", personId)),
  );
}
