import { type SQL, sql } from "drizzle-orm";
import { person, personAddress } from "@/members/schema";
import type { PersonId, PersonState } from "@/members/shape";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { admittedAt } from "@/stages/admitted";
import { currentStage } from "@/stages/queries";
import { asksIn, liveAdmission } from "@/stages/reasons";
import { admission } from "@/stages/schema";

/** What stands in the way of inviting somebody, if anything. */
export type Obstacle = "own" | "suspended" | "inside" | "invited";

/** Somebody who is known, as an invitation sees them. */
export type Known = {
  readonly id: PersonId;
  readonly address: string;
  readonly displayName: string;
  readonly state: PersonState;
  readonly inside: boolean;
  readonly invited: boolean;
};

/** The people whom a condition on `person` and `person_address` finds, one row an address. */
export async function known(db: Reader, which: SQL): Promise<Known[]> {
  const { stage, audience } = await currentStage(db);
  const at = now();
  return db
    .select({
      id: person.id,
      address: personAddress.address,
      displayName: person.displayName,
      state: person.state,
      inside: sql<boolean>`${admittedAt(stage, audience, at)}`,
      invited: sql<boolean>`exists (select 1 from ${admission} where ${admission.personId} = ${person.id}
        and ${asksIn("team")} and ${liveAdmission(at)})`,
    })
    .from(person)
    .innerJoin(personAddress, sql`${personAddress.personId} = ${person.id}`)
    .where(which)
    .orderBy(sql`${personAddress.rank} = 'primary' desc`, personAddress.address);
}

/** Why somebody cannot be invited, or null when they can. */
export function obstacle(one: Known, by: PersonId): Obstacle | null {
  if (one.id === by) return "own";
  if (one.state !== "active") return "suspended";
  if (one.inside) return "inside";
  return one.invited ? "invited" : null;
}
