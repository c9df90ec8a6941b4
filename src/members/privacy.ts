import { type SQL, sql } from "drizzle-orm";
import type { Viewer } from "@/platform/access/viewer";
import type { KeptField } from "./privacy-shape";
import type { PersonId, ShownTo } from "./shape";

/** What a decision about a field rests on: whose it is, what they chose, and whether the two share a space. */
type FieldFacts = { readonly id: PersonId; readonly shownTo: ShownTo; readonly sharesSpace: boolean };

/** Whether the viewer sees a field of a profile. Hosts and admins are no exception. */
export function canSeeField(viewer: Pick<Viewer, "id">, subject: FieldFacts, field: KeptField): boolean {
  if (viewer.id === subject.id) return true;
  const chosen = subject.shownTo[field];
  return chosen === undefined || (chosen === "spaces" && subject.sharesSpace);
}

/** `canSeeField` as a condition on `person`; the function `person_shows` in the database is its twin. */
export function fieldVisibleTo(viewer: Pick<Viewer, "id">, field: KeptField): SQL<boolean> {
  return sql<boolean>`person_shows(person, ${field}, ${viewer.id}::uuid)`;
}
