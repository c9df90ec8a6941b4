import type { SQL } from "drizzle-orm";
import { sql } from "drizzle-orm";
import { ALLOW, type Decision, deny } from "@/platform/access/decision";
import type { Viewer } from "@/platform/access/viewer";
import type { PersonId } from "./shape";

/** Whether the viewer may see people at all: whoever is inside sees everybody, whoever waits sees themselves. */
export function canSeePerson(viewer: Viewer, subject: { id: PersonId }): boolean {
  return viewer.standing.admitted || viewer.id === subject.id;
}

/** The same as a condition on `person`. */
export function peopleVisibleTo(viewer: Viewer): SQL {
  return viewer.standing.admitted ? sql`true` : sql`person.id = ${viewer.id}`;
}

/** A person edits their own profile, inside or not; nobody edits another's. */
export function canEditProfile(viewer: Viewer, subject: { id: PersonId }): Decision {
  return viewer.id === subject.id ? ALLOW : deny("not-allowed", "ownProfileOnly");
}
