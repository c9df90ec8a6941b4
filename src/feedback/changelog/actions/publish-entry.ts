import { asc, eq } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { transaction } from "@/platform/database/client";
import { Refusal } from "@/platform/errors";
import { type Cause, record } from "@/platform/events/event";
import { enqueue } from "@/platform/jobs/boss";
import { entryPublished, entryScheduled } from "../events";
import { entriesDue } from "../queue";
import { changelogEntry, changelogLink, changelogSeen } from "../schema";
import type { EntryId } from "../shape";
import { lockEntry } from "./write-entry";

/**
 * Publishes an entry, at once or at a moment to come. Those who asked for its ideas are told then, once.
 * @param moment null for at once
 * @throws Refusal `invalid` for a moment that has passed
 */
export async function publishEntry(act: Act, id: EntryId, moment: Date | null): Promise<void> {
  const { toldAt } = await lockEntry(act.tx, id);
  if (moment !== null && moment <= now()) throw new Refusal("invalid", "invalid", {}, { at: ["field.dayPassed"] });
  const publishedAt = moment ?? now();
  await act.tx.update(changelogEntry).set({ publishedAt, proposed: false }).where(eq(changelogEntry.id, id));
  if (moment !== null) {
    await enqueue(act.tx, entriesDue, { entry: id }, moment);
    await record(act, entryScheduled, id, { at: moment.toISOString() });
  } else if (toldAt === null) await tellOf(act, id);
}

/** Says to the rest of the house that an entry is there; once, however often it is published. */
async function tellOf(cause: Cause, id: EntryId): Promise<void> {
  const links = await cause.tx
    .select({ id: changelogLink.ideaId })
    .from(changelogLink)
    .where(eq(changelogLink.entryId, id))
    .orderBy(asc(changelogLink.place));
  await cause.tx.update(changelogEntry).set({ toldAt: now() }).where(eq(changelogEntry.id, id));
  await record(cause, entryPublished, id, { ideaIds: links.map((one) => one.id) });
}

/** Tells of an entry whose moment has come; of one that was put off or taken back meanwhile nothing is told. */
export async function attendEntry(data: unknown): Promise<void> {
  const { entry: id } = entriesDue.shape.parse(data);
  await transaction(async (tx) => {
    const [row] = await tx.select().from(changelogEntry).where(eq(changelogEntry.id, id)).for("update");
    if (row === undefined || row.publishedAt === null || row.toldAt !== null) return;
    // Put off since, or called a little early by a clock that goes ahead of this one: it comes again at its moment.
    if (row.publishedAt > now()) {
      await enqueue(tx, entriesDue, { entry: id }, row.publishedAt);
      return;
    }
    await tellOf({ tx, actor: row.byPerson, requestId: `changelog:${id}` }, id);
  });
}

/** Notes that somebody has looked at the changelog. */
export async function noteSeen(act: Act): Promise<void> {
  await act.tx
    .insert(changelogSeen)
    .values({ personId: act.actor, seenAt: now() })
    .onConflictDoUpdate({ target: changelogSeen.personId, set: { seenAt: now() } });
}
