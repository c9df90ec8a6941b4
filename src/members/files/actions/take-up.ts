import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { PersonId } from "@/members/shape";
import { now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { file } from "../../schema";
import type { FileId, FileUse } from "../shape";

/** Takes up loose files of one owner and gives those that it took: another's, or one that hangs elsewhere, stays. */
export async function takeUp(tx: Tx, owner: PersonId, ids: readonly FileId[], use: FileUse): Promise<FileId[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .update(file)
    .set({ looseSince: null })
    .where(and(inArray(file.id, [...ids]), eq(file.ownerId, owner), eq(file.use, use), isNotNull(file.looseSince)))
    .returning({ id: file.id });
  return rows.map((row) => row.id);
}

/** Lets go of files: from now on they are loose again, and go after a day. */
export async function letGo(tx: Tx, ids: readonly FileId[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(file)
    .set({ looseSince: now() })
    .where(inArray(file.id, [...ids]));
}
