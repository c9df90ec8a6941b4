import { eq, type SQL, sql } from "drizzle-orm";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { record } from "@/platform/events/event";
import { admittedAt } from "@/stages/admitted";
import type { Audience, Stage } from "@/stages/shape";
import { doorShown } from "./events";
import { doorFace } from "./schema";
import type { DoorWordsInput } from "./shape";

// As `paths.file` writes it. The consent given here is for the door; who sees the photo inside is another choice.
const ownPhoto = sql`'/files/' || ${person.photoId} || '/photo.webp'`;

/** So many are shown; the door is no directory. */
const FACES_MAX = 12;

/** Members who agreed to be seen from the door and are inside now, those who agreed last first. */
export async function facesAtTheDoor(
  db: Reader,
  { stage, audience }: { stage: Stage; audience: Audience },
): Promise<{ displayName: string; words: string; photo: string | null }[]> {
  return db
    .select({
      displayName: person.displayName,
      words: doorFace.words,
      photo: sql<string | null>`case when ${doorFace.withPhoto} then ${ownPhoto} end`,
    })
    .from(doorFace)
    .innerJoin(person, eq(person.id, doorFace.personId))
    .where(sql`${person.claimedAt} is not null and ${admittedAt(stage, audience, now())}`)
    .orderBy(sql`${doorFace.agreedAt} desc`, person.id)
    .limit(FACES_MAX);
}

/** Whether a photo is seen from the door: its person agreed to that, and is inside. A condition on `person`. */
export function photoAtTheDoor({ stage, audience }: { stage: Stage; audience: Audience }): SQL {
  return sql`(exists (select 1 from ${doorFace} where ${doorFace.personId} = ${person.id} and ${doorFace.withPhoto})
    and ${person.claimedAt} is not null and ${admittedAt(stage, audience, now())})`;
}

/** What a member says to those at the door, and whether their photo stands beside it; null for who is not seen. */
export async function ownDoorFace(db: Reader, id: PersonId): Promise<DoorWordsInput | null> {
  const [row] = await db
    .select({ words: doorFace.words, withPhoto: doorFace.withPhoto })
    .from(doorFace)
    .where(eq(doorFace.personId, id));
  return row ?? null;
}

/** Agrees to be seen from the door with this sentence; null takes it back at once. */
export async function showAtTheDoor(act: Act, said: DoorWordsInput | null): Promise<void> {
  if (said === null) await act.tx.delete(doorFace).where(eq(doorFace.personId, act.actor));
  else
    await act.tx
      .insert(doorFace)
      .values({ personId: act.actor, ...said, agreedAt: now() })
      .onConflictDoUpdate({ target: doorFace.personId, set: said });
  await record(act, doorShown, act.actor, { shown: said !== null });
}
