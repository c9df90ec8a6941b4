import { and, eq, inArray, sql } from "drizzle-orm";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { type Cause, record } from "@/platform/events/event";
import { placeLeft, placeTaken } from "../events";
import { space, spaceFollow, spaceMember, spacePlace } from "../schema";
import type { SpaceId, SpaceRole } from "../shape";
import { closeRequest } from "./close-request";

type Place = { spaceId: SpaceId; personId: PersonId; role: SpaceRole };

/**
 * Gives a person a place in a space, which answers their wish if they asked; somebody who has one keeps it, with the new role.
 * @throws Refusal `invalid` when nobody of that id is active, `conflict` when the last owner would become a member
 */
export async function givePlace(cause: Cause, place: Place): Promise<void> {
  await isSomebody(cause, place.personId);
  const inserted = await cause.tx
    .insert(spaceMember)
    .values({ ...place, joinedAt: now() })
    .onConflictDoNothing()
    .returning({ personId: spaceMember.personId });
  if (inserted.length === 0) {
    await cause.tx.update(spaceMember).set({ role: place.role }).where(at(place));
    if (place.role === "member") await keepAnOwner(cause, place.spaceId);
  } else {
    await cause.tx
      .update(space)
      .set({ memberCount: sql`${space.memberCount} + 1` })
      .where(eq(space.id, place.spaceId));
    await closeRequest(cause, place, "accepted", "");
  }
  await record(cause, placeTaken, place.spaceId, { personId: place.personId, role: place.role });
}

/**
 * Takes a place away, by its holder's will or an owner's.
 * @throws Refusal `conflict` when the last owner would leave
 */
export async function takePlace(cause: Cause, place: Omit<Place, "role">): Promise<void> {
  const rows = await cause.tx.delete(spaceMember).where(at(place)).returning({ role: spaceMember.role });
  if (rows.length === 0) throw new Refusal("conflict", "notInSpace");
  if (rows[0]?.role === "owner") await keepAnOwner(cause, place.spaceId);
  const counted = sql`(select count(*)::int from ${person}
    where ${person.id} = ${place.personId} and ${person.state} = 'active')`;
  await cause.tx
    .update(space)
    .set({ memberCount: sql`${space.memberCount} - ${counted}` })
    .where(eq(space.id, place.spaceId));
  await cause.tx
    .delete(spaceFollow)
    .where(and(eq(spaceFollow.spaceId, place.spaceId), eq(spaceFollow.personId, place.personId)));
  await record(cause, placeLeft, place.spaceId, { personId: place.personId });
}

async function isSomebody(cause: Cause, id: PersonId): Promise<void> {
  const [row] = await cause.tx
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.id, id), eq(person.state, "active")));
  if (row === undefined) throw new Refusal("invalid", "invalid", {}, { person: ["field.noSuchPerson"] });
}

function at(place: Omit<Place, "role">) {
  return and(eq(spaceMember.spaceId, place.spaceId), eq(spaceMember.personId, place.personId));
}

async function keepAnOwner(cause: Cause, spaceId: SpaceId): Promise<void> {
  // The space's row is locked, so that two owners who leave at once do not both go.
  await cause.tx.select({ id: space.id }).from(space).where(eq(space.id, spaceId)).for("update");
  const [owner] = await cause.tx
    .select({ id: spacePlace.personId })
    .from(spacePlace)
    .where(and(eq(spacePlace.spaceId, spaceId), eq(spacePlace.role, "owner")))
    .limit(1);
  if (owner === undefined) throw new Refusal("conflict", "lastOwner");
}

/** Counts the places of the spaces where a person has one: whoever is suspended or has left is not counted. */
export async function recount(tx: Cause["tx"], personId: PersonId): Promise<void> {
  const theirs = tx.select({ id: spaceMember.spaceId }).from(spaceMember).where(eq(spaceMember.personId, personId));
  await tx
    .update(space)
    .set({
      memberCount: sql`(select count(*)::int from ${spaceMember}
        join ${person} on ${person.id} = ${spaceMember.personId} and ${person.state} = 'active'
        where ${spaceMember.spaceId} = ${space.id})`,
    })
    .where(inArray(space.id, theirs));
}
