import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { person, personAddress, personRole } from "@/members/schema";
import type { PersonId, PersonState, Role } from "@/members/shape";
import type { Standing, Viewer } from "@/platform/access/viewer";
import { daysAfter, now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import type { Cause } from "@/platform/events/event";
import { event } from "@/platform/events/schema";
import { newId } from "@/platform/ids";
import { space, spaceGroup, spaceMember, spacePlace } from "@/spaces/schema";
import type { GroupKind, SpaceId, SpaceRole } from "@/spaces/shape";
import { cohortsOf } from "@/stages/cohort-words";
import { featureFactsOf } from "@/stages/features/queries";
import { featuresOf } from "@/stages/features/state";
import { admission, launchState } from "@/stages/schema";
import { type AdmissionKind, type Audience, NO_AUDIENCE, type Stage } from "@/stages/shape";
import { standingOf } from "@/stages/standing";

type NewPerson = {
  name?: string;
  address?: string;
  roles?: readonly Role[];
  state?: PersonState;
  department?: string;
  site?: string;
  groups?: readonly string[];
  admitted?: AdmissionKind | null;
  claimed?: boolean;
};

/** Makes a person; without more they know no role and no invitation. */
export async function aPerson(wish: NewPerson = {}): Promise<PersonId> {
  const id = newId<"person">();
  const name = wish.name ?? `Person ${id.slice(-6)}`;
  await transaction(async (tx) => {
    await tx.insert(person).values({
      id,
      displayName: name,
      state: wish.state ?? "active",
      department: wish.department ?? "",
      site: wish.site ?? "",
      groups: [...(wish.groups ?? [])],
      createdAt: now(),
      // Long enough ago that the measure of newcomers is not theirs.
      claimedAt: wish.claimed === false ? null : daysAfter(now(), -30),
    });
    await tx.insert(personAddress).values({
      address: wish.address ?? `${id}@test.example`,
      personId: id,
      rank: "primary",
      verifiedAt: now(),
      createdAt: now(),
    });
    for (const role of wish.roles ?? [])
      await tx
        .insert(personRole)
        .values({ id: newId<"person-role">(), personId: id, role, source: "admin", since: now() });
    if (wish.admitted)
      await tx.insert(admission).values({
        id: newId<"admission">(),
        personId: id,
        kind: wish.admitted,
        grantedAt: now(),
        acceptedAt: now(),
      });
  });
  return id;
}

/** The passport of a person as the database has it now. */
export async function viewerFor(id: PersonId): Promise<Viewer> {
  const db = reader();
  const [row] = await db.select().from(person).where(eq(person.id, id));
  const [state] = await db.select().from(launchState);
  if (row === undefined || state === undefined) throw new Error("no such person, or no stage");
  const roles = await db.select().from(personRole).where(eq(personRole.personId, id));
  const open = new Set(roles.filter((one) => one.until === null).map((one) => one.role));
  const facts = await db.select().from(admission).where(eq(admission.personId, id));
  const places = await db.select().from(spacePlace).where(eq(spacePlace.personId, id));
  const features = await featureFactsOf(db, id);
  const standing: Standing = standingOf(
    {
      state: row.state,
      roles: open,
      department: row.department,
      site: row.site,
      groups: row.groups,
      admissions: facts.map((fact) => ({ ...fact, byName: null })),
    },
    state.stage,
    state.audience,
    now(),
  );
  return {
    id,
    sessionId: newId<"session">(),
    name: row.displayName,
    locale: row.locale,
    timeZone: row.timeZone,
    roles: open,
    stage: state.stage,
    stageVersion: state.version,
    audience: state.audience,
    seen: "",
    comfort: { keys: row.singleKeys, presence: row.showsPresence },
    standing,
    features: features === null ? new Set() : featuresOf(features),
    cohorts: cohortsOf(row),
    spaces: new Map(places.map((place) => [place.spaceId, place.role])),
  };
}

/** Puts the launch at a stage, as if it had always stood there. */
export async function atStage(stage: Stage, audience: Audience = NO_AUDIENCE): Promise<void> {
  await transaction((tx) => tx.update(launchState).set({ stage, audience }));
}

/** Makes a space with places for the people named. */
export async function aSpace(wish: {
  slug?: string;
  visibility?: "open" | "request" | "private";
  opensAt?: Stage;
  archived?: boolean;
  places?: readonly (readonly [PersonId, SpaceRole])[];
  groups?: readonly (readonly [GroupKind, string])[];
}): Promise<SpaceId> {
  const id = newId<"space">();
  await transaction(async (tx) => {
    await tx.insert(space).values({
      id,
      slug: wish.slug ?? `room-${id.slice(-12)}`,
      name: `Room ${id.slice(-6)}`,
      visibility: wish.visibility ?? "open",
      opensAt: wish.opensAt ?? "founding",
      createdAt: now(),
      archivedAt: wish.archived ? now() : null,
      memberCount: wish.places?.length ?? 0,
    });
    for (const [personId, role] of wish.places ?? [])
      await tx.insert(spaceMember).values({ spaceId: id, personId, role, joinedAt: now() });
    for (const [kind, name] of wish.groups ?? [])
      await tx.insert(spaceGroup).values({ spaceId: id, kind, name, addedAt: now() });
  });
  return id;
}

/** Runs an action as a person, in a transaction of its own. */
export function acting<T>(actor: PersonId, work: (act: Cause & { actor: PersonId }) => Promise<T>): Promise<T> {
  return transaction((tx) => work({ tx, actor, requestId: `test-${randomUUID()}` }));
}

/** A host noted a talk with each of them, as groundwork asks of those who are invited. */
export async function wereMet(ids: readonly PersonId[]): Promise<void> {
  const rows = ids.map((id) => ({
    id: newId<"event">(),
    name: "journal.noted",
    subject: `person:${id}`,
    payload: { noteId: newId<"journal-note">() },
    requestId: "test",
    at: now(),
  }));
  await transaction((tx) => tx.insert(event).values(rows));
}
