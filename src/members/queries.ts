import { and, asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, type Page, type PageInput } from "@/platform/database/page";
import { peopleWith } from "./directory";
import { canEditProfile, canSeePerson, peopleVisibleTo } from "./policy";
import { person } from "./schema";
import type { PersonId } from "./shape";
import type { AdminPersonView, PersonCard, ProfileView } from "./views";

/** The columns of a person card, for whoever joins `person`. */
export const cardColumns = {
  id: person.id,
  displayName: person.displayName,
  title: person.title,
  department: person.department,
  site: person.site,
  claimed: sql<boolean>`${person.claimedAt} is not null`,
  // As `paths.file` writes it.
  photo: sql<string | null>`'/files/' || ${person.photoId} || '/photo.webp'`,
};

const openRoles = sql<{ role: "host" | "admin"; source: string }[]>`coalesce((
  select jsonb_agg(jsonb_build_object('role', r.role, 'source', r.source) order by r.role, r.source)
  from person_role r where r.person_id = person.id and r.until is null), '[]'::jsonb)`;

/** A profile as the viewer may see it, or null. */
export async function profileOf(db: Reader, viewer: Viewer, id: PersonId): Promise<ProfileView | null> {
  if (!canSeePerson(viewer, { id })) return null;
  const [row] = await db
    .select({
      ...cardColumns,
      pronouns: person.pronouns,
      about: person.about,
      languages: person.languages,
      canHelpWith: person.canHelpWith,
      wantsToLearn: person.wantsToLearn,
      roles: openRoles,
      memberSince: person.createdAt,
    })
    .from(person)
    .where(and(eq(person.id, id), peopleVisibleTo(viewer)));
  if (row === undefined) return null;
  return {
    ...row,
    roles: [...new Set(row.roles.map((one) => one.role))],
    may: { edit: canEditProfile(viewer, { id }).allowed },
  };
}

const nameKey = z.tuple([z.string(), z.uuid()]);
const byName = sql<string>`lower(${person.displayName})`;

/** People who have each word of a search, from the index of words, before any list is walked. */
function named(search: string) {
  if (search === "") return undefined;
  return sql`${person.id} = any(array(${peopleWith(search)}))`;
}

function afterName(after: string | undefined) {
  const key = decodeKey(after, nameKey);
  return key === null ? undefined : sql`(${byName}, ${person.id}) > (${key[0]}, ${key[1]}::uuid)`;
}

/** The people by name, a page at a time; `search` looks into names, places and skills. */
export async function directory(
  db: Reader,
  viewer: Viewer,
  page: PageInput & { search: string },
): Promise<Page<PersonCard>> {
  const rows = await db
    .select({ ...cardColumns, sort: byName })
    .from(person)
    .where(and(peopleVisibleTo(viewer), eq(person.state, "active"), named(page.search), afterName(page.after)))
    .orderBy(byName, asc(person.id))
    .limit(page.take + 1);
  return cut(rows, page.take, (row) => [row.sort, row.id]);
}

/** The same for admins, with address, state and roles, the suspended included. */
export async function peopleForAdmins(
  db: Reader,
  page: PageInput & { search: string },
): Promise<Page<AdminPersonView>> {
  const address = sql<string>`coalesce((select a.address from person_address a where a.person_id = person.id
    order by a.rank = 'primary' desc, a.address limit 1), '')`;
  const rows = await db
    .select({ ...cardColumns, address, state: person.state, roles: openRoles, sort: byName })
    .from(person)
    .where(and(named(page.search), afterName(page.after)))
    .orderBy(byName, asc(person.id))
    .limit(page.take + 1);
  return cut(rows, page.take, (row) => [row.sort, row.id]);
}
