import { asc, inArray, lt } from "drizzle-orm";
import { daysAfter, now } from "@/platform/clock";
import { type Tx, transaction } from "@/platform/database/client";
import { storage } from "@/platform/storage/storage";
import { file } from "../schema";
import { keyOf, smallKeyOf } from "./keys";

const LOOSE_DAYS = 1;
const AT_ONCE = 100;

/** Removes files that nothing has taken up for a day, bytes first: a failure leaves the row, which tells of them. */
export async function sweepFiles(): Promise<void> {
  while ((await transaction(sweepSome)) === AT_ONCE);
}

async function sweepSome(tx: Tx): Promise<number> {
  const loose = await tx
    .select({ id: file.id, hasSmall: file.hasSmall })
    .from(file)
    .where(lt(file.looseSince, daysAfter(now(), -LOOSE_DAYS)))
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
