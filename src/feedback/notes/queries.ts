import { asc, eq } from "drizzle-orm";
import { cardColumns } from "@/members/queries";
import { person } from "@/members/schema";
import type { Reader } from "@/platform/database/client";
import type { ConversationId } from "@/posts/shape";
import { ideaNote } from "./schema";
import type { NoteView } from "./views";

/** More than so many notes are no note any more; the first ones are shown. */
const SHOWN = 100;

/** What hosts said to one another about an idea, oldest first. The caller has checked that a host asks. */
export async function notesOn(db: Reader, id: ConversationId): Promise<NoteView[]> {
  return db
    .select({
      id: ideaNote.id,
      bodyHtml: ideaNote.bodyHtml,
      by: cardColumns,
      at: ideaNote.writtenAt,
    })
    .from(ideaNote)
    .innerJoin(person, eq(person.id, ideaNote.writtenBy))
    .where(eq(ideaNote.ideaId, id))
    .orderBy(asc(ideaNote.writtenAt), asc(ideaNote.id))
    .limit(SHOWN);
}
