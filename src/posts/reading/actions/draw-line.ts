import { eq, sql } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { daysAfter, now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { readingLine } from "../schema";

/** Marks everything as read, from which one can step back for a while. */
export async function markEverything(act: Act): Promise<void> {
  const at = now();
  await act.tx
    .insert(readingLine)
    .values({ personId: act.actor, drawnAt: at, hereAt: at })
    .onConflictDoUpdate({
      target: readingLine.personId,
      set: { drawnBefore: sql`${readingLine.drawnAt}`, drawnAt: at, hereAt: at },
    });
}

/**
 * Takes that back.
 * @throws Refusal `conflict` when nothing was marked, or it was taken back already
 */
export async function undoMarkEverything(act: Act): Promise<void> {
  const rows = await act.tx
    .update(readingLine)
    .set({ drawnAt: sql`${readingLine.drawnBefore}`, drawnBefore: null })
    .where(sql`${readingLine.personId} = ${act.actor} and ${readingLine.drawnBefore} is not null`)
    .returning({ id: readingLine.personId });
  if (rows.length === 0) throw new Refusal("conflict", "nothingToUndo");
}

/** Begins anew after an absence of so many days: nothing is unread, and home tells what was missed. */
export async function beginAnew(act: Act, days: number): Promise<void> {
  const at = now();
  const since = daysAfter(at, -days);
  await act.tx
    .insert(readingLine)
    .values({ personId: act.actor, drawnAt: at, hereAt: at, missedSince: since })
    .onConflictDoUpdate({
      target: readingLine.personId,
      set: { drawnBefore: sql`${readingLine.drawnAt}`, drawnAt: at, hereAt: at, missedSince: since },
    });
}

/** Puts what was missed away. */
export async function dismissMissed(act: Act): Promise<void> {
  const at = now();
  await act.tx.insert(readingLine).values({ personId: act.actor, drawnAt: at, hereAt: at }).onConflictDoNothing();
  await act.tx.update(readingLine).set({ missedSince: null, hereAt: at }).where(eq(readingLine.personId, act.actor));
}
