import { and, desc, eq, lt, notInArray } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { DAY } from "@/platform/durations";
import { draft } from "./schema";
import { DRAFT_DAYS, DRAFTS_MAX, type DraftWords, type SaveDraft, type SavedDraft } from "./shape";

type Cause = Pick<Act, "tx" | "actor">;

/**
 * Saves an unsent text. The newest wins; what another tab or device had saved meanwhile is kept beside it.
 * Nothing typed takes the draft away, and a text that goes on from a draft that is gone is not kept: it was sent, or
 * thrown away.
 */
export async function saveDraft({ tx, actor }: Cause, input: SaveDraft): Promise<SavedDraft> {
  const { place, path, base, ...words } = input;
  const mine = and(eq(draft.personId, actor), eq(draft.place, place));
  const [before] = await tx.select().from(draft).where(mine).for("update");
  const savedAt = now();
  if (before === undefined) {
    if ((base ?? 0) > 0 || isEmpty(words)) return { version: 0, savedAt, overtaken: null };
    const row = { personId: actor, place, path, ...words, version: 1, savedAt };
    const made = await tx.insert(draft).values(row).onConflictDoNothing().returning({ version: draft.version });
    // Another tab began at the same moment: from now on there is something to go on from.
    if (made.length === 0) return saveDraft({ tx, actor }, input);
    await forgetOldest({ tx, actor });
    return { version: 1, savedAt, overtaken: null };
  }
  const isOvertaking = base !== before.version && !isEmpty(before) && !isSame(before, words);
  if (isEmpty(words)) {
    // What nobody went on from is not emptied from a page that has not seen it.
    if (base !== before.version)
      return { version: before.version, savedAt: before.savedAt, overtaken: before.overtaken };
    await tx.delete(draft).where(mine);
    return { version: 0, savedAt, overtaken: null };
  }
  const { title, body, kind } = before;
  const overtaken = isOvertaking ? { title, body, kind, savedAt: before.savedAt.toISOString() } : before.overtaken;
  const version = before.version + 1;
  await tx
    .update(draft)
    .set({ ...words, path, version, savedAt, overtaken })
    .where(mine);
  return { version, savedAt, overtaken };
}

function isEmpty({ title, body }: Pick<DraftWords, "title" | "body">): boolean {
  return title.trim() === "" && body.trim() === "";
}

function isSame(one: DraftWords, other: DraftWords): boolean {
  return one.title === other.title && one.body === other.body;
}

async function forgetOldest({ tx, actor }: Cause): Promise<void> {
  const newest = tx
    .select({ place: draft.place })
    .from(draft)
    .where(eq(draft.personId, actor))
    .orderBy(desc(draft.savedAt), draft.place)
    .limit(DRAFTS_MAX);
  await tx.delete(draft).where(and(eq(draft.personId, actor), notInArray(draft.place, newest)));
}

/** Takes a draft away: it was sent, in the same transaction, or its author does not want it any more. */
export async function forgetDraft({ tx, actor }: Cause, place: string): Promise<void> {
  await tx.delete(draft).where(and(eq(draft.personId, actor), eq(draft.place, place)));
}

/** Removes what nobody went on with for a quarter of a year. */
export async function sweepDrafts(tx: Tx): Promise<void> {
  await tx.delete(draft).where(lt(draft.savedAt, new Date(now().getTime() - DRAFT_DAYS * DAY)));
}
