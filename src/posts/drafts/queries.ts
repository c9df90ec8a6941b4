import { and, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { PersonId } from "@/members/shape";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, keyMoment, type Page, type PageInput } from "@/platform/database/page";
import { draft } from "./schema";
import type { DraftCard, DraftView } from "./shape";

/** One's own draft for a place, or null. */
export async function draftFor(db: Reader, owner: PersonId, place: string): Promise<DraftView | null> {
  const [row] = await db
    .select({
      place: draft.place,
      title: draft.title,
      body: draft.body,
      kind: draft.kind,
      version: draft.version,
      savedAt: draft.savedAt,
      overtaken: draft.overtaken,
    })
    .from(draft)
    .where(and(eq(draft.personId, owner), eq(draft.place, place)));
  return row ?? null;
}

const key = z.tuple([keyMoment, z.string().max(100)]);

/** One's own drafts, the last one changed first. */
export async function draftsOf(db: Reader, owner: PersonId, page: PageInput): Promise<Page<DraftCard>> {
  const after = decodeKey(page.after, key);
  const older =
    after === null
      ? undefined
      : sql`(${draft.savedAt} < ${after[0]}::timestamptz or (${draft.savedAt} = ${after[0]}::timestamptz and ${draft.place} > ${after[1]}))`;
  const rows = await db
    .select({
      place: draft.place,
      path: draft.path,
      title: draft.title,
      beginning: sql<string>`left(${draft.body}, 200)`,
      savedAt: draft.savedAt,
    })
    .from(draft)
    .where(and(eq(draft.personId, owner), older))
    .orderBy(desc(draft.savedAt), draft.place)
    .limit(page.take + 1);
  return cut(rows, page.take, (row) => [row.savedAt.toISOString(), row.place]);
}
