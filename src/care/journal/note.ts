import { eq } from "drizzle-orm";
import type { PersonId } from "@/members/shape";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { type Id, newId } from "@/platform/ids";
import { talkNoted, talkUnnoted } from "./events";
import { journalNote } from "./schema";
import type { NoteInput } from "./shape";

/**
 * Notes a talk with somebody.
 * @throws Refusal `conflict` for a talk with oneself, `invalid` for a day to come
 */
export async function noteTalk(act: Act, personId: PersonId, { words, on }: NoteInput): Promise<Id<"journal-note">> {
  if (personId === act.actor) throw new Refusal("conflict", "talkWithOneself");
  const today = now().toISOString().slice(0, 10);
  if (on !== null && on > today) throw new Refusal("invalid", "invalid", {}, { on: ["field.dayToCome"] });
  const id = newId<"journal-note">();
  await act.tx
    .insert(journalNote)
    .values({ id, personId, hostId: act.actor, words, talkedOn: on ?? today, notedAt: now() });
  await record(act, talkNoted, personId, { noteId: id });
  return id;
}

/** Takes a note out of the journal. */
export async function takeNoteOut(act: Act, note: { id: Id<"journal-note">; personId: PersonId }): Promise<void> {
  await act.tx.delete(journalNote).where(eq(journalNote.id, note.id));
  await record(act, talkUnnoted, note.personId, { noteId: note.id });
}
