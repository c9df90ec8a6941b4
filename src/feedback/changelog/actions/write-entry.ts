import { and, eq, sql } from "drizzle-orm";
import type { PersonId } from "@/members/shape";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import { type Pictures, render } from "@/posts/render";
import type { ConversationId } from "@/posts/shape";
import { entryTakenBack, entryWritten } from "../events";
import { hangOnEntry, letEntryGo, picturesOfEntry } from "../files";
import { changelogEntry, changelogLink } from "../schema";
import type { EntryId, EntryInput } from "../shape";

/** Writes an entry as a draft that only hosts see. */
export async function writeEntry(act: Act, input: EntryInput): Promise<EntryId> {
  const id = newId<"changelog-entry">();
  const pictures = await picturesOfEntry(act.tx, act.actor, id, input.body);
  await insertEntry(act.tx, id, { title: input.title, body: input.body, by: act.actor, proposed: false }, pictures);
  await hangOnEntry(act.tx, id, { writer: act.actor, body: input.body, files: input.files }, pictures);
  await linkIdeas(act.tx, id, input.ideas);
  await record(act, entryWritten, id, { published: false });
  return id;
}

type New = { readonly title: string; readonly body: string; readonly by: PersonId | null; readonly proposed: boolean };

/** Puts a draft down. Its ideas and files are hung on it by whoever calls. */
export async function insertEntry(tx: Tx, id: EntryId, draft: New, pictures?: Pictures): Promise<void> {
  const { by, body, ...rest } = draft;
  const { bodyHtml, excerpt } = render(body, pictures);
  await tx.insert(changelogEntry).values({ id, ...rest, body, bodyHtml, excerpt, byPerson: by, createdAt: now() });
}

/** Changes an entry, published or not. Who was told stays told. */
export async function editEntry(act: Act, id: EntryId, { title, body, files, ideas }: EntryInput): Promise<void> {
  const { publishedAt } = await lockEntry(act.tx, id);
  const pictures = await picturesOfEntry(act.tx, act.actor, id, body);
  const { bodyHtml, excerpt } = render(body, pictures);
  await act.tx
    .update(changelogEntry)
    .set({ title, body, bodyHtml, excerpt, proposed: false, byPerson: act.actor })
    .where(eq(changelogEntry.id, id));
  await hangOnEntry(act.tx, id, { writer: act.actor, body, files }, pictures);
  // A form does not show ideas that were taken away, and must not loosen them: the entry would be there for everybody.
  const shown = sql`${changelogLink.ideaId} in (select i.id from idea i where i.removed_at is null)`;
  await act.tx.delete(changelogLink).where(and(eq(changelogLink.entryId, id), shown));
  await linkIdeas(act.tx, id, ideas);
  await record(act, entryWritten, id, { published: publishedAt !== null });
}

/** Says which ideas an entry tells of, in this order. */
export async function linkIdeas(tx: Tx, entryId: EntryId, ideas: readonly ConversationId[]): Promise<void> {
  if (ideas.length === 0) return;
  await tx
    .insert(changelogLink)
    .values(ideas.map((ideaId, place) => ({ entryId, ideaId, place })))
    .onConflictDoNothing();
}

/**
 * Takes an entry's row for this transaction.
 * @throws Refusal `not-found` when somebody threw it away meanwhile
 */
export async function lockEntry(tx: Tx, id: EntryId): Promise<typeof changelogEntry.$inferSelect> {
  const [row] = await tx.select().from(changelogEntry).where(eq(changelogEntry.id, id)).for("update");
  if (row === undefined) throw new Refusal("not-found");
  return row;
}

/** Makes an entry a draft again. Published anew, nobody is told twice. */
export async function unpublishEntry(act: Act, id: EntryId): Promise<void> {
  await lockEntry(act.tx, id);
  await act.tx.update(changelogEntry).set({ publishedAt: null }).where(eq(changelogEntry.id, id));
  await record(act, entryTakenBack, id, { gone: false });
}

/** Throws an entry away, with its files. */
export async function removeEntry(act: Act, id: EntryId): Promise<void> {
  await lockEntry(act.tx, id);
  await letEntryGo(act.tx, id);
  await act.tx.delete(changelogEntry).where(eq(changelogEntry.id, id));
  await record(act, entryTakenBack, id, { gone: true });
}
