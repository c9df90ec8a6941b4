import { eq, type SQL, sql } from "drizzle-orm";
import type { PersonId } from "@/members/shape";
import type { Act } from "@/platform/access/procedure";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import type { Reader, Tx } from "@/platform/database/client";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { admittedAt } from "@/stages/admitted";
import { currentStage } from "@/stages/queries";
import { doorFollowed } from "./events";
import { doorFollower } from "./schema";

/** Whether somebody hears by mail how things go on, as an expression. */
export function followsTheDoor(id: PersonId): SQL<boolean> {
  return sql<boolean>`exists (select 1 from ${doorFollower} where ${doorFollower.personId} = ${id})`;
}

/**
 * Whether a person who follows still waits: whoever came in hears of things inside. A condition on `person`, to be
 * asked of people who are active.
 */
export async function followersWaiting(db: Reader): Promise<SQL> {
  const { stage, audience } = await currentStage(db);
  return sql`(exists (select 1 from ${doorFollower} where ${doorFollower.personId} = person.id)
    and not ${admittedAt(stage, audience, now())})`;
}

/** How many people a letter would reach by mail. */
export async function followerCount(db: Reader): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql`select count(*)::int as count from person
    where person.state = 'active' and person.kind = 'human' and ${await followersWaiting(db)}`);
  return row?.count ?? 0;
}

/**
 * Somebody who waits wants to hear by mail how things go on. Saying it twice is saying it once.
 * @throws Refusal `conflict` for somebody who is inside, `not-allowed` for somebody suspended
 */
export async function followTheDoor(act: Act, viewer: Viewer): Promise<void> {
  if (viewer.standing.admitted) throw new Refusal("conflict", "alreadyInside");
  if (viewer.standing.because === "suspended") throw new Refusal("not-allowed", "suspended");
  const [made] = await act.tx
    .insert(doorFollower)
    .values({ personId: act.actor, since: now() })
    .onConflictDoNothing()
    .returning({ personId: doorFollower.personId });
  if (made !== undefined) await record(act, doorFollowed, act.actor, { follows: true });
}

/** Hears no more. */
export async function leaveTheDoor(act: Act): Promise<void> {
  const [gone] = await act.tx
    .delete(doorFollower)
    .where(eq(doorFollower.personId, act.actor))
    .returning({ personId: doorFollower.personId });
  if (gone !== undefined) await record(act, doorFollowed, act.actor, { follows: false });
}

/** The same by the link of a mail, which is the key: nobody is signed in. */
export async function endDoorMails(tx: Tx, id: PersonId): Promise<void> {
  await tx.delete(doorFollower).where(eq(doorFollower.personId, id));
}

/** Takes that back. */
export async function resumeDoorMails(tx: Tx, id: PersonId): Promise<void> {
  await tx.insert(doorFollower).values({ personId: id, since: now() }).onConflictDoNothing();
}
