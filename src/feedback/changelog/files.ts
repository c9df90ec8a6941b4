import { and, eq, inArray, isNotNull, or, sql } from "drizzle-orm";
import { letGo, takeUp } from "@/members/files/actions/take-up";
import type { FileId } from "@/members/files/shape";
import { file } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Tx } from "@/platform/database/client";
import { Refusal } from "@/platform/errors";
import { filesIn, type Pictures } from "@/posts/render";
import { ATTACHMENTS_MAX } from "@/posts/shape";
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

type Hung = { readonly writer: PersonId; readonly body: string; readonly files?: readonly FileId[] | undefined };

/**
 * Hangs files on an entry: those that its words name, and those that came beside them; what is wanted no more is let go.
 * @throws Refusal `invalid` for too many
 */
export async function hangOnEntry(tx: Tx, id: EntryId, { writer, body, files }: Hung, shown: Pictures): Promise<void> {
  const before = await tx
    .select({ id: changelogFile.fileId, listed: changelogFile.listed })
    .from(changelogFile)
    .where(eq(changelogFile.entryId, id));
  const beside = files ?? before.filter((one) => one.listed).map((one) => one.id);
  const wanted = [...new Set([...filesIn(body), ...beside])];
  const there = new Set(before.map((one) => one.id));
  const loose = wanted.filter((one) => !there.has(one));
  const taken = new Set(await takeUp(tx, writer, loose, "attachment"));
  const kept = wanted.filter((one) => there.has(one) || taken.has(one));
  if (kept.length > ATTACHMENTS_MAX)
    throw new Refusal("invalid", "tooManyFiles", { max: ATTACHMENTS_MAX }, { files: ["tooManyFiles"] });
  const gone = before.filter((one) => !wanted.includes(one.id)).map((one) => one.id);
  if (gone.length > 0) await tx.delete(changelogFile).where(inArray(changelogFile.fileId, gone));
  await letGo(tx, gone);
  if (kept.length === 0) return;
  const named = new Set(filesIn(body).filter((one) => shown.has(one)));
  const rows = kept.map((fileId, place) => ({ fileId, entryId: id, listed: !named.has(fileId), place }));
  const again = { listed: sql`excluded.listed`, place: sql`excluded.place` };
  await tx.insert(changelogFile).values(rows).onConflictDoUpdate({ target: changelogFile.fileId, set: again });
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
