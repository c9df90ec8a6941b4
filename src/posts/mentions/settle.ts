import type { PersonId } from "@/members/shape";
import type { Reader } from "@/platform/database/client";
import { Refusal } from "@/platform/errors";
import type { SpaceId } from "@/spaces/shape";
import type { Among } from "./among";
import { countCalled, type Named, peopleNamed, spacesNamed } from "./named";
import { callOf, nameKey, personLink, replaced, type Spot, spaceLink, spotsIn } from "./syntax";

/** A text as it is kept, with whom it names. */
export type Settled = {
  readonly body: string;
  /** Those who are named and read the place. */
  readonly people: readonly PersonId[];
  /** The space whose people are called together, and how many will be told. */
  readonly calls: { readonly space: SpaceId; readonly count: number } | null;
  /** Those who are named and may not read the place: nobody tells them. */
  readonly unread: readonly string[];
  /** Names that several people have, of whom none was chosen. */
  readonly unclear: readonly string[];
};

/** `before` is the text that this one takes the place of: whom a name meant there, it means here. */
type Words = { readonly actor: PersonId; readonly body: string; readonly before?: string | undefined };

type Found = {
  readonly byName: ReadonlyMap<string, readonly Named[]>;
  readonly byId: ReadonlyMap<string, Named>;
  readonly before: ReadonlyMap<string, string>;
  readonly spaces: ReadonlyMap<string, string>;
};

type Notes = {
  readonly people: Set<PersonId>;
  readonly unread: Set<string>;
  readonly unclear: Set<string>;
  calls: boolean;
};

/**
 * Finds whom a text names, and writes it as it is kept. Who may not read the place, a name that several have, a space
 * that not every reader may know of, and a call that is not the writer's to make, stay plain text.
 * @param among null where nobody can be named
 */
export async function readWords(db: Reader, words: Words, among: Among | null): Promise<Settled> {
  const spots = spotsIn(words.body);
  if (among === null || spots.length === 0)
    return { body: words.body, people: [], calls: null, unread: [], unclear: [] };
  const { launch } = among;
  const before = new Map(
    spotsIn(words.before ?? "").flatMap((spot) =>
      spot.kind === "person-link" ? [[nameKey(spot.label), spot.id] as const] : [],
    ),
  );
  const people = await peopleNamed(db, askedFor(spots, before), among.readers);
  const slugs = spots.flatMap((spot) => ("slug" in spot ? [spot.slug] : []));
  const spaces = slugs.length === 0 ? [] : await spacesNamed(db, slugs, launch, among.space?.id ?? null);
  const found: Found = {
    byName: Map.groupBy(people, (one) => nameKey(one.name)),
    byId: new Map(people.map((one) => [one.id, one])),
    before,
    spaces: new Map(spaces.map((one) => [one.slug, one.name])),
  };
  const notes: Notes = { people: new Set(), unread: new Set(), unclear: new Set(), calls: false };
  const body = replaced(words.body, spots, (spot) => written(spot, found, among, notes));
  const calls =
    notes.calls && among.space !== null
      ? { space: among.space.id, count: await countCalled(db, among.space.id, words.actor, launch) }
      : null;
  const told = { people: [...notes.people], unread: [...notes.unread], unclear: [...notes.unclear] };
  return { body, ...told, calls };
}

function askedFor(spots: readonly Spot[], before: ReadonlyMap<string, string>) {
  const names = spots.flatMap((spot) => (spot.kind === "person" ? spot.readings.map((one) => one.name) : []));
  const links = spots.flatMap((spot) => (spot.kind === "person-link" ? [spot.id] : []));
  return { names: [...new Set(names)], ids: [...new Set([...links, ...before.values()])] };
}

/** What is kept in the place of a spot; null leaves it as it is. */
function written(spot: Spot, found: Found, among: Among, notes: Notes): { end: number; text: string } | null {
  const call = callIn(spot);
  if (call !== null) {
    if (!among.callsAll || among.space === null) return spot.kind === "space-link" ? call : null;
    notes.calls = true;
    return { end: call.end, text: spaceLink("@", { slug: among.space.slug, name: call.text.slice(1) }) };
  }
  if (spot.kind === "person" || spot.kind === "person-link") return writtenPerson(spot, found, notes);
  const name = found.spaces.get(spot.slug);
  if (name !== undefined) return { end: spot.end, text: spaceLink("#", { slug: spot.slug, name }) };
  return spot.kind === "space-link" ? { end: spot.end, text: `#${spot.slug}` } : null;
}

function callIn(spot: Spot): { end: number; text: string } | null {
  if (spot.kind === "space-link") return spot.sign === "@" ? { end: spot.end, text: "@space" } : null;
  const reading = callOf(spot);
  return reading === null ? null : { end: reading.end, text: `@${reading.name}` };
}

type PersonSpot = Extract<Spot, { kind: "person" | "person-link" }>;

function writtenPerson(spot: PersonSpot, found: Found, notes: Notes): { end: number; text: string } | null {
  if (spot.kind === "person-link") {
    const one = found.byId.get(spot.id);
    return { end: spot.end, text: one === undefined ? `@${spot.label}` : noted(one, notes) };
  }
  for (const { name, end } of spot.readings) {
    const meant = found.byId.get(found.before.get(name) ?? "");
    const all = meant === undefined ? (found.byName.get(name) ?? []) : [meant];
    const [one] = all;
    if (one === undefined) continue;
    // Of several people of one name, the one who reads the place is meant, if it is one.
    const readers = all.filter((other) => other.reads);
    const [reader] = readers;
    if (readers.length <= 1 && (reader !== undefined || all.length === 1))
      return { end, text: noted(reader ?? one, notes) };
    notes.unclear.add(one.name);
    return null;
  }
  return null;
}

function noted(one: Named, notes: Notes): string {
  if (!one.reads) {
    notes.unread.add(one.name);
    return `@${one.name}`;
  }
  notes.people.add(one.id);
  return personLink(one);
}

/**
 * Reads a text for writing it: who has not been told what comes of it is asked first.
 * @param called whether the whole space was called by the text before: nobody is told twice
 * @throws Refusal `conflict` at the fields `everyone` and `aware`, until they are ticked
 */
export async function settleWords(db: Reader, words: Words, among: Among | null, called = false): Promise<Settled> {
  const settled = await readWords(db, words, among);
  const agreed = among?.agreed ?? null;
  if (agreed === null) return settled;
  const { calls, unread, unclear } = settled;
  const fields: Record<string, string[]> = {};
  if (calls !== null && !called && agreed.everyone === undefined) fields.everyone = ["mentions.everyone"];
  if (unread.length > 0 && agreed.aware === undefined) fields.aware = ["mentions.unread"];
  if (unclear.length > 0 && agreed.aware === undefined) fields.aware = [...(fields.aware ?? []), "mentions.unclear"];
  if (Object.keys(fields).length === 0) return settled;
  const values = { count: calls?.count ?? 0, unread: unread.join(", "), unclear: unclear.join(", ") };
  throw new Refusal("conflict", "mentions.ask", values, fields);
}
