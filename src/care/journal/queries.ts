import { and, desc, eq, sql } from "drizzle-orm";
import { cardColumns } from "@/members/queries";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, momentKey, type Page, type PageInput } from "@/platform/database/page";
import type { Id } from "@/platform/ids";
import { journalNote } from "./schema";
import type { NoteView } from "./views";

/** The viewer's own notes, the latest first; of talks with one person where one is named. */
export async function ownNotes(
  db: Reader,
  viewer: Viewer,
  about: PersonId | undefined,
  page: PageInput,
): Promise<Page<NoteView>> {
  const key = decodeKey(page.after, momentKey);
  const rows = await db
    .select({
      id: journalNote.id,
      person: cardColumns,
      words: journalNote.words,
      talkedOn: journalNote.talkedOn,
      notedAt: journalNote.notedAt,
    })
    .from(journalNote)
    .innerJoin(person, eq(person.id, journalNote.personId))
    .where(
      and(
        eq(journalNote.hostId, viewer.id),
        about === undefined ? undefined : eq(journalNote.personId, about),
        key === null
          ? undefined
          : sql`(${journalNote.notedAt}, ${journalNote.id}) < (${key[0]}::timestamptz, ${key[1]}::uuid)`,
      ),
    )
    .orderBy(desc(journalNote.notedAt), desc(journalNote.id))
    .limit(page.take + 1);
  return cut(rows, page.take, (row) => [row.notedAt.toISOString(), row.id]);
}

/** A note of the viewer's own; those of others cannot be named. */
export async function ownNote(db: Reader, viewer: Viewer, id: Id<"journal-note">) {
  const [row] = await db
    .select({ id: journalNote.id, personId: journalNote.personId })
    .from(journalNote)
    .where(and(eq(journalNote.id, id), eq(journalNote.hostId, viewer.id)));
  return row ?? null;
}
