import { sql } from "drizzle-orm";
import type { hostNoteAnswered, hostNoteTold } from "@/feedback/telling/events";
import { hostNote } from "@/feedback/telling/schema";
import { personRole } from "@/members/schema";
import type { Tx } from "@/platform/database/client";
import type { Told } from "@/platform/events/reaction";
import { tellInBell } from "./bell";

/** Hosts hear that somebody told them something: one line, which comes up again, and says nothing of who or what. */
export async function tellNote(tx: Tx, { at }: Told<typeof hostNoteTold.shape>): Promise<void> {
  const hosts = sql`select ${personRole.personId} from ${personRole}
    where ${personRole.until} is null and ${personRole.role} = 'host'`;
  await tellInBell(tx, { bundle: "notes", why: "note-told", people: hosts, actorId: null, at });
}

/** Whoever wrote a note hears that it was answered. */
export async function tellNoteAnswered(
  tx: Tx,
  { subjectId, actorId, at }: Told<typeof hostNoteAnswered.shape>,
): Promise<void> {
  const writer = sql`select ${hostNote.personId} from ${hostNote} where ${hostNote.id} = ${subjectId}::uuid`;
  await tellInBell(tx, { bundle: `note:${subjectId}`, why: "note-answered", people: writer, actorId, at });
}
