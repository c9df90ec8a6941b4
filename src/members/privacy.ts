import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Viewer } from "@/platform/access/viewer";
import { type PersonId, type ShownTo, shownTo } from "./shape";

/** What people choose for themselves who sees it. Name, title, department and site are seen by everybody inside. */
export const KEPT_FIELDS = [
  "photo",
  "pronouns",
  "languages",
  "about",
  "interests",
  "canHelpWith",
  "wantsToLearn",
  "offers",
  "recent",
] as const;
export type KeptField = (typeof KEPT_FIELDS)[number];

/** What the form about them sends: an answer for each. */
export const whoSees = z.record(z.enum(KEPT_FIELDS), shownTo);
export type WhoSees = z.output<typeof whoSees>;

/** What a decision about a field rests on: whose it is, what they chose, and whether the two share a space. */
export type FieldFacts = { readonly id: PersonId; readonly shownTo: ShownTo; readonly sharesSpace: boolean };

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
