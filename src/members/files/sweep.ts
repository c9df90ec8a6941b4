import { and, asc, inArray, lt, not, type SQL } from "drizzle-orm";
import { daysAfter, now } from "@/platform/clock";
import { type Tx, transaction } from "@/platform/database/client";
import { storage } from "@/platform/storage/storage";
import { file } from "../schema";
import { keyOf, smallKeyOf } from "./keys";

const LOOSE_DAYS = 1;
const AT_ONCE = 100;

/**
 * Removes files that nothing has taken up for a day, bytes first: a failure leaves the row, which tells of them.
 * @param spared which of them stay nevertheless, as a condition on `file`
 */
export async function sweepFiles(spared: SQL): Promise<void> {
  while ((await transaction((tx) => sweepSome(tx, spared))) === AT_ONCE);
}

async function sweepSome(tx: Tx, spared: SQL): Promise<number> {
  const loose = await tx
    .select({ id: file.id, hasSmall: file.hasSmall })
    .from(file)
    .where(and(lt(file.looseSince, daysAfter(now(), -LOOSE_DAYS)), not(spared)))
    .orderBy(asc(file.looseSince))
    .limit(AT_ONCE)
    // Whoever takes one up at this moment waits, and then finds that it is gone.
    .for("update", { skipLocked: true });
  for (const { id, hasSmall } of loose) {
    await storage().remove(keyOf(id));
    if (hasSmall) await storage().remove(smallKeyOf(id));
  }
  if (loose.length > 0)
    await tx.delete(file).where(
      inArray(
        file.id,
        loose.map((row) => row.id),
      ),
    );
  return loose.length;
}
