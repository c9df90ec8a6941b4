import { sql } from "drizzle-orm";
import { now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { HOUR } from "@/platform/durations";
import { readingLine } from "@/posts/reading/schema";
import { waits } from "../policy";
import { notice } from "../schema";

/** Longer than the pause between two sweeps, and than the quarter of an hour to which visits are noted. */
const BACK_MS = 3 * HOUR;

/**
 * Writes on the notices of whoever was here lately that they were read, where the reading itself says so: a bell that
 * counts what waits then walks over nothing else.
 */
export async function stampRead(tx: Tx): Promise<void> {
  const at = now();
  const since = new Date(at.getTime() - BACK_MS).toISOString();
  await tx.execute(sql`
    update ${notice} set read_at = ${at.toISOString()}::timestamptz
    where ${notice.readAt} is null and not ${waits} and exists (select 1 from ${readingLine} here
      where here.person_id = ${notice.personId} and here.here_at > ${since}::timestamptz)`);
}
