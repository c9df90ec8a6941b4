import { type SQL, sql } from "drizzle-orm";
import type { hostNoteAnswered, hostNoteTold } from "@/feedback/telling/events";
import { hostNote } from "@/feedback/telling/schema";
import { person, personRole } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Tx } from "@/platform/database/client";
import type { Told } from "@/platform/events/reaction";
import { ring } from "../ring";
import { notice } from "../schema";
import type { Why } from "../shape";
import { unwanted } from "../wishes/way";

/** Hosts hear that somebody told them something: one line, which comes up again, and says nothing of who or what. */
export async function tellNote(tx: Tx, { at }: Told<typeof hostNoteTold.shape>): Promise<void> {
  const hosts = sql`select ${personRole.personId} from ${personRole}
    where ${personRole.until} is null and ${personRole.role} = 'host'`;
  await tellOfNote(tx, { bundle: "notes", why: "note-told", people: hosts, actorId: null, at });
}

/** Whoever wrote a note hears that it was answered. */
export async function tellNoteAnswered(
  tx: Tx,
  { subjectId, actorId, at }: Told<typeof hostNoteAnswered.shape>,
): Promise<void> {
  const writer = sql`select ${hostNote.personId} from ${hostNote}
    where ${hostNote.id} = ${subjectId}::uuid and ${hostNote.personId} is distinct from ${actorId}::uuid`;
  await tellOfNote(tx, { bundle: `note:${subjectId}`, why: "note-answered", people: writer, actorId, at });
}

type OfNote = {
  readonly bundle: string;
  readonly why: Why;
  readonly people: SQL;
  readonly actorId: string | null;
  readonly at: Date;
};

/** What is told to the hosts, and their answer, stay in the bell. */
async function tellOfNote(tx: Tx, { bundle, why, people, actorId, at }: OfNote): Promise<void> {
  const moment = sql`${at.toISOString()}::timestamptz`;
  const nowhere = { space: sql`null`, thread: sql`null` };
  const those: Iterable<{ person_id: PersonId }> = await tx.execute<{ person_id: PersonId }>(sql`
    insert into ${notice} (id, person_id, bundle, kind, why, actor_id, since, last_at)
    select gen_random_uuid(), ${person.id}, ${bundle}, 'place', ${why}, ${actorId}::uuid, ${moment}, ${moment}
    from ${person} where ${person.id} in (${people}) and ${person.kind} = 'human' and ${person.state} = 'active'
      and not ${unwanted({ person: sql`${person.id}`, kind: sql`'place'`, ...nowhere })}
    on conflict (person_id, bundle) do update set actor_id = excluded.actor_id, since = excluded.since,
      last_at = excluded.last_at, read_at = null
    returning person_id`);
  await ring(
    tx,
    Array.from(those, (row) => row.person_id),
    bundle,
    null,
  );
}
