import { z } from "zod";
import { PERSON_STATES, personId, role, shownTo } from "./shape";

/** A person as a name in a list or beside a post. */
export const personCard = z.object({
  id: personId,
  displayName: z.string(),
  title: z.string(),
  department: z.string(),
  site: z.string(),
  /** False until the first sign-in: known from mail or an invitation. */
  claimed: z.boolean(),
  /** The address of their photo, null for those who show none. */
  photo: z.string().nullable(),
  /** Until which day they are out of office, that day included; null for somebody who is there. */
  away: z.object({ until: z.iso.date() }).nullable(),
});
export type PersonCard = z.output<typeof personCard>;

/** Somebody as a line names them. */
export const personName = personCard.pick({ id: true, displayName: true });

/** An absence as a profile tells it. */
const absenceView = z.object({
  from: z.iso.date(),
  until: z.iso.date(),
  note: z.string(),
  ask: z.object({ id: personId, displayName: z.string() }).nullable(),
});
export type AbsenceView = z.output<typeof absenceView>;

export const profileView = personCard.extend({
  pronouns: z.string(),
  about: z.string(),
  languages: z.array(z.string()),
  interests: z.array(z.string()),
  canHelpWith: z.array(z.string()),
  wantsToLearn: z.array(z.string()),
  roles: z.array(role),
  memberSince: z.date(),
  /** What is said of an absence, while it lasts; the owner sees one to come too. */
  absence: absenceView.nullable(),
  /** Who sees what, for its owner alone. */
  shownTo: z.record(z.string(), shownTo).nullable(),
  may: z.object({ edit: z.boolean() }),
});
export type ProfileView = z.output<typeof profileView>;

/** A person as an admin sees them in the list of people. */
export const adminPersonView = personCard.extend({
  address: z.string(),
  state: z.enum(PERSON_STATES),
  roles: z.array(z.object({ role, source: z.string() })),
});
export type AdminPersonView = z.output<typeof adminPersonView>;
