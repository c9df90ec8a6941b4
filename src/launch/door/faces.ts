import { eq, sql } from "drizzle-orm";
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

/** So many are shown; the door is no directory. */
const FACES_MAX = 12;

/** Members who agreed to be seen from the door and are inside now, those who agreed last first. */
export async function facesAtTheDoor(
  db: Reader,
  { stage, audience }: { stage: Stage; audience: Audience },
): Promise<{ displayName: string; words: string }[]> {
  return db
    .select({ displayName: person.displayName, words: doorFace.words })
    .from(doorFace)
    .innerJoin(person, eq(person.id, doorFace.personId))
    .where(sql`${person.claimedAt} is not null and ${admittedAt(stage, audience, now())}`)
    .orderBy(sql`${doorFace.agreedAt} desc`, person.id)
    .limit(FACES_MAX);
}

/** The sentence that a member says to those at the door, or null. */
export async function ownDoorWords(db: Reader, id: PersonId): Promise<string | null> {
  const [row] = await db.select({ words: doorFace.words }).from(doorFace).where(eq(doorFace.personId, id));
  return row?.words ?? null;
}

/** Agrees to be seen from the door with this sentence; null takes it back at once. */
export async function showAtTheDoor(act: Act, words: string | null): Promise<void> {
  if (words === null) await act.tx.delete(doorFace).where(eq(doorFace.personId, act.actor));
  else
    await act.tx
      .insert(doorFace)
      .values({ personId: act.actor, words, agreedAt: now() })
      .onConflictDoUpdate({ target: doorFace.personId, set: { words } });
  await record(act, doorShown, act.actor, { shown: words !== null });
}
