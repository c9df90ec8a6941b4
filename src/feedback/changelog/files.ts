import { and, eq, inArray, isNotNull, or, sql } from "drizzle-orm";
import { letGo } from "@/members/files/actions/take-up";
import { file } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Tx } from "@/platform/database/client";
import { settleFiles, type Writing } from "@/posts/attachments/settle";
import { filesIn, type Pictures } from "@/posts/render";
import { changelogFile } from "./schema";
import type { EntryId } from "./shape";

/** The pictures that an entry may show: its writer's own loose ones, and what hangs on it already. */
export async function picturesOfEntry(tx: Tx, writer: PersonId, id: EntryId, body: string): Promise<Pictures> {
  const ids = filesIn(body);
  if (ids.length === 0) return new Map();
  const own = and(eq(file.ownerId, writer), isNotNull(file.looseSince));
  const rows = await tx
    .select({ id: file.id, width: file.width, height: file.height })
    .from(file)
    .leftJoin(changelogFile, eq(changelogFile.fileId, file.id))
    .where(and(inArray(file.id, ids), eq(file.kind, "picture"), or(own, eq(changelogFile.entryId, id))));
  return new Map(
    rows.flatMap(({ id: one, width, height }) => (width && height ? [[one, { width, height }] as const] : [])),
  );
}

/**
 * Hangs files on an entry: those that its words name, and those that came beside them; what is wanted no more is let go.
 * @throws Refusal `invalid` for too many
 */
export async function hangOnEntry(tx: Tx, id: EntryId, writing: Writing, pictures: Pictures): Promise<void> {
  const before = await tx
    .select({ id: changelogFile.fileId, listed: changelogFile.listed })
    .from(changelogFile)
    .where(eq(changelogFile.entryId, id));
  const { hung, gone } = await settleFiles(tx, writing, { pictures, before });
  if (gone.length > 0) await tx.delete(changelogFile).where(inArray(changelogFile.fileId, [...gone]));
  if (hung.length === 0) return;
  const again = { listed: sql`excluded.listed`, place: sql`excluded.place` };
  await tx
    .insert(changelogFile)
    .values(hung.map((one) => ({ ...one, entryId: id })))
    .onConflictDoUpdate({ target: changelogFile.fileId, set: again });
}

/** Lets go of everything that hangs on an entry, before it is thrown away. */
export async function letEntryGo(tx: Tx, id: EntryId): Promise<void> {
  const rows = await tx
    .delete(changelogFile)
    .where(eq(changelogFile.entryId, id))
    .returning({ id: changelogFile.fileId });
  await letGo(
    tx,
    rows.map((row) => row.id),
  );
}
