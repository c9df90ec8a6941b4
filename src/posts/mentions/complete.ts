import { and, asc, desc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { cardColumns } from "@/members/queries";
import { person } from "@/members/schema";
import { personCard } from "@/members/views";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { escapeLike } from "@/platform/database/page";
import { spacesVisibleTo } from "@/spaces/policy";
import { space, spacePlace } from "@/spaces/schema";
import type { SpaceId } from "@/spaces/shape";
import type { Among } from "./among";
import { countCalled, knownToAll } from "./named";
import { isTypable, personLink } from "./syntax";

/** What is typed after a sign, so far. */
export const completeShape = z.object({ text: z.string().trim().max(60) });

const SHOWN_MAX = 8;
/** How many people of a beginning are looked at before it is asked who of them reads the place. */
const LOOKED_AT = 50;
/** From so many letters on, people are looked for by name first and by their place then. */
const SELECTIVE_FROM = 3;

/** A person to name, with what is put into the text. */
export const personToName = personCard.extend({ insert: z.string() });
export type PersonToName = z.output<typeof personToName>;

/** Who can be named: people, and everybody in the space, for those who may call them. */
export const namesToChoose = z.object({
  people: z.array(personToName),
  everyone: z.object({ word: z.string(), count: z.number().int() }).nullable(),
});
export type NamesToChoose = z.output<typeof namesToChoose>;

/** As `person.nameWords` spells it. */
const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]+/g, "")
    .replace(/[-'’ ]+/g, " ")
    .toLowerCase();

/** Whether a word of the name begins so; `person_by_name_words` finds them. */
function namedLike(text: string): SQL {
  return sql`${person.nameWords} like ${`% ${escapeLike(plain(text))}%`}`;
}

/** Whether a person has a place in a space, asked of each person for themselves: `coalesce` keeps it from being a join. */
function hasPlaceIn(id: SpaceId): SQL<boolean> {
  return sql<boolean>`coalesce((select true from ${spacePlace}
    where ${spacePlace.spaceId} = ${id} and ${spacePlace.personId} = ${person.id} limit 1), false)`;
}

/** Those with a place in a space of whose name a word begins so. Few are named alike; one letter begins many a name. */
function placedLike(db: Reader, id: SpaceId, text: string) {
  const named = and(eq(person.state, "active"), namedLike(text));
  if (plain(text).length >= SELECTIVE_FROM)
    return db
      .select({ id: person.id })
      .from(person)
      .where(and(named, hasPlaceIn(id)))
      .limit(LOOKED_AT);
  return db
    .select({ id: person.id })
    .from(spacePlace)
    .innerJoin(person, eq(person.id, spacePlace.personId))
    .where(and(eq(spacePlace.spaceId, id), named))
    .limit(LOOKED_AT);
}

/** The readers of a place of whose name a word begins so: those with a place in the space before the others. */
async function peopleToName(db: Reader, among: Among, text: string): Promise<PersonToName[]> {
  const active = eq(person.state, "active");
  const some = db
    .select({ id: person.id })
    .from(person)
    .where(and(active, namedLike(text)))
    .limit(LOOKED_AT);
  const { space: room } = among;
  // One list: with an "or" between two, the whole table would be read.
  const found = room === null ? sql`${some}` : sql`(${some}) union (${placedLike(db, room.id, text)})`;
  const isPlaced = room === null ? sql<boolean>`(1 = 0)` : hasPlaceIn(room.id);
  const isAlone = sql<boolean>`not exists (select 1 from person o where lower(o.display_name) = lower(person.display_name)
    and o.id <> person.id and o.state = 'active')`;
  const rows = await db
    .select({ ...cardColumns, isAlone })
    .from(person)
    .where(and(active, sql`${person.id} in (${found})`, among.readers))
    .orderBy(desc(isPlaced), asc(sql`lower(${person.displayName})`), asc(person.id))
    .limit(SHOWN_MAX);
  return rows.map(({ isAlone: alone, ...one }) => ({
    ...one,
    insert:
      alone && isTypable(one.displayName) ? `@${one.displayName}` : personLink({ id: one.id, name: one.displayName }),
  }));
}

/** What may stand after an `@` in a text of this place. */
export async function namesFor(db: Reader, viewer: Viewer, among: Among, text: string): Promise<NamesToChoose> {
  const people = await peopleToName(db, among, text);
  const word = text === "" ? undefined : ["space", "espace"].find((one) => one.startsWith(plain(text)));
  if (word === undefined || among.space === null || !among.callsAll) return { people, everyone: null };
  return { people, everyone: { word, count: await countCalled(db, among.space.id, viewer.id, among.launch) } };
}

/** A space to name. */
export const spaceToName = z.object({ slug: z.string(), name: z.string() });

/** The spaces that the viewer knows of and that every reader of the place may know of. */
export function spacesToName(db: Reader, viewer: Viewer, here: SpaceId | null, text: string) {
  const begins = `${escapeLike(text.toLowerCase())}%`;
  const isIn = here === null ? knownToAll(viewer) : or(knownToAll(viewer), eq(space.id, here));
  return db
    .select({ slug: space.slug, name: space.name })
    .from(space)
    .where(
      and(
        spacesVisibleTo(viewer),
        isIn,
        isNull(space.archivedAt),
        or(
          sql`${space.slug} like ${begins}`,
          sql`lower(${space.name}) like ${begins}`,
          sql`lower(${space.name}) like ${`% ${begins}`}`,
        ),
      ),
    )
    .orderBy(asc(sql`lower(${space.name})`), asc(space.id))
    .limit(SHOWN_MAX);
}
