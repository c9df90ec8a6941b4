import { type SQL, sql } from "drizzle-orm";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Tx } from "@/platform/database/client";
import type { Told } from "@/platform/events/reaction";
import { spaceAdoption } from "@/spaces/adoption/schema";
import type { adoptionAnswered, adoptionAsked, placeAnswered, placeAsked } from "@/spaces/events";
import { spacePlace } from "@/spaces/schema";
import { ring } from "../ring";
import { notice } from "../schema";
import type { Why } from "../shape";
import { unwanted } from "../wishes/way";

/** Those who run a space hear that somebody asks for a place in it. */
export async function tellPlaceAsked(tx: Tx, told: Told<typeof placeAsked.shape>): Promise<void> {
  const owners = sql`select ${spacePlace.personId} from ${spacePlace}
    where ${spacePlace.spaceId} = ${told.subjectId}::uuid and ${spacePlace.role} = 'owner'`;
  await tellOfSpace(tx, told, { why: "asked-in", people: owners });
}

/** Whoever asked for a place hears what came of it; what they took back themselves they know. */
export async function tellPlaceAnswered(tx: Tx, told: Told<typeof placeAnswered.shape>): Promise<void> {
  if (told.payload.answer === "taken-back") return;
  await tellOfSpace(tx, told, { why: "let-in", people: sql`select ${told.payload.personId}::uuid` });
}

/** Whoever is asked to look after a space. */
export async function tellAdoption(tx: Tx, told: Told<typeof adoptionAsked.shape>): Promise<void> {
  const asked = sql`select ${spaceAdoption.personId} from ${spaceAdoption}
    where ${spaceAdoption.id} = ${told.payload.adoptionId}::uuid and ${spaceAdoption.answer} is null`;
  await tellOfSpace(tx, told, { why: "adopt-asked", people: asked });
}

/** Whoever asked hears the yes or the no. */
export async function tellAdopted(tx: Tx, told: Told<typeof adoptionAnswered.shape>): Promise<void> {
  if (told.payload.askedBy === null) return;
  await tellOfSpace(tx, told, { why: "adopt-answered", people: sql`select ${told.payload.askedBy}::uuid` });
}

type OfSpace = { readonly subjectId: string; readonly actorId: string | null; readonly at: Date };

/** What happens to a space itself stays in the bell, one line a space and reason; it comes up again when more happens. */
async function tellOfSpace(
  tx: Tx,
  { subjectId, actorId, at }: OfSpace,
  { why, people }: { why: Why; people: SQL },
): Promise<void> {
  const bundle = `${why}:${subjectId}`;
  const moment = sql`${at.toISOString()}::timestamptz`;
  const here = { space: sql`${subjectId}::uuid`, thread: sql`null` };
  const those: Iterable<{ person_id: PersonId }> = await tx.execute<{ person_id: PersonId }>(sql`
    insert into ${notice} (id, person_id, bundle, kind, why, space_id, actor_id, since, last_at)
    select gen_random_uuid(), ${person.id}, ${bundle}, 'place', ${why}, ${subjectId}::uuid, ${actorId}::uuid,
      ${moment}, ${moment}
    from ${person} where ${person.id} in (${people}) and ${person.kind} = 'human' and ${person.state} = 'active'
      and ${person.id} is distinct from ${actorId}::uuid
      and not ${unwanted({ person: sql`${person.id}`, kind: sql`'place'`, ...here })}
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
