import { and, asc, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { z } from "zod";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, type Page, type PageInput } from "@/platform/database/page";
import { peopleWith } from "./directory";
import { canEditProfile, canSeePerson, peopleVisibleTo } from "./policy";
import { fieldVisibleTo } from "./privacy";
import type { KeptField } from "./privacy-shape";
import { person, personWords } from "./schema";
import type { PersonId, ShownTo } from "./shape";
import type { AbsenceView, AdminPersonView, PersonCard, ProfileView } from "./views";

/** The present moment in a query, asked of the clock when the query is made. */
const AT: SQLWrapper = { getSQL: () => sql`${now().toISOString()}::timestamptz` };

/** Until when somebody is out of office on this day, and the photo that they show to everybody inside. */
const away = sql<{ until: string } | null>`person_away(person, ${AT})`;
// As `paths.file` writes it.
const photo = sql<string | null>`person_face(person)`;

/** The columns of a person card, for whoever joins `person`. */
export const cardColumns = {
  id: person.id,
  displayName: person.displayName,
  title: person.title,
  department: person.department,
  site: person.site,
  claimed: sql<boolean>`${person.claimedAt} is not null`,
  photo,
  away,
};

/** The same as one value, for whoever puts cards into lists. */
export const cardJson: SQL<PersonCard> = sql`jsonb_build_object(${sql.join(
  Object.entries(cardColumns).flatMap(([name, column]) => [sql.raw(`'${name}'`), sql`${column}`]),
  sql`, `,
)})`;

const openRoles = sql<{ role: "host" | "admin"; source: string }[]>`coalesce((
  select jsonb_agg(jsonb_build_object('role', r.role, 'source', r.source) order by r.role, r.source)
  from person_role r where r.person_id = person.id and r.until is null), '[]'::jsonb)`;

/** A field of a profile, or what stands in its place for whoever does not see it. */
function kept<T>(viewer: Viewer, field: KeptField, value: SQL<T>, instead: SQL): SQL<T> {
  return sql<T>`case when ${fieldVisibleTo(viewer, field)} then ${value} else ${instead} end`;
}

function tags(viewer: Viewer, field: "languages" | "interests" | "canHelpWith" | "wantsToLearn"): SQL<string[]> {
  // A list of an expression comes as PostgreSQL writes it; as JSON it comes as a list.
  return kept(viewer, field, sql<string[]>`to_jsonb(${person[field]})`, sql`'[]'::jsonb`);
}

/** What is said of an absence: to everybody while it lasts, to its owner from when they said it. */
function absenceFor(viewer: Viewer): SQL<AbsenceView | null> {
  return sql<AbsenceView | null>`case when person_away(person, ${AT}) is not null
      or (${person.id} = ${viewer.id} and ${person.awayUntil} is not null) then
    jsonb_build_object('from', ${person.awayFrom}, 'until', ${person.awayUntil}, 'note', ${person.awayNote}, 'ask',
      (select jsonb_build_object('id', other.id, 'displayName', other.display_name) from person other
        where other.id = person.away_ask and other.state = 'active')) end`;
}

/** A profile as the viewer may see it, or null. */
export async function profileOf(db: Reader, viewer: Viewer, id: PersonId): Promise<ProfileView | null> {
  if (!canSeePerson(viewer, { id })) return null;
  const [row] = await db
    .select({
      ...cardColumns,
      // Here, unlike on a card, it is known who looks.
      photo: sql<
        string | null
      >`case when ${fieldVisibleTo(viewer, "photo")} then '/files/' || ${person.photoId} || '/photo.webp' end`,
      pronouns: kept(viewer, "pronouns", sql<string>`${person.pronouns}`, sql`''`),
      about: kept(viewer, "about", sql<string>`${person.about}`, sql`''`),
      languages: tags(viewer, "languages"),
      interests: tags(viewer, "interests"),
      canHelpWith: tags(viewer, "canHelpWith"),
      wantsToLearn: tags(viewer, "wantsToLearn"),
      roles: openRoles,
      memberSince: person.createdAt,
      shownTo: sql<ShownTo | null>`case when ${person.id} = ${viewer.id} then ${person.shownTo} end`,
      absence: absenceFor(viewer),
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

/** The people whom a text query fits best, as cards: a select for whoever shows a few of them beside other things. */
export function matchingPeople(viewer: Viewer, query: string, take: number): SQL {
  return sql`
    select ${cardJson} as card
    from ${personWords} join ${person} on ${person.id} = ${personWords.personId}
    where ${personWords.words} @@ ${query}::tsquery and ${person.state} = 'active' and ${peopleVisibleTo(viewer)}
    order by ts_rank('{0.1, 0.3, 0.6, 1}', ${personWords.words}, ${query}::tsquery) desc, ${personWords.name}, ${person.id}
    limit ${take}`;
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
