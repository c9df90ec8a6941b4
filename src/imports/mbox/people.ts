import { type Identity, shortHash } from "@/mail/reading/identity";
import type { PersonId } from "@/members/shape";
import { now } from "@/platform/clock";
import type { Sql } from "@/platform/database/client";
import { newId } from "@/platform/ids";
import type { ImportRunId } from "../shape";
import { chunksOf, type KnownAddress, ownersOf, recognised } from "./known";
import type { Reading } from "./read";

/** Traits that recognise an author without an address of their own. */
const isLasting = (trait: string) => !trait.startsWith("address:");

type NewPerson = { readonly id: PersonId; readonly displayName: string };
type NewAddress = { readonly address: string; readonly personId: PersonId; readonly rank: "primary" | "other" };
type NewTrait = { readonly traitHash: string; readonly personId: PersonId };

type Mutable = { people: NewPerson[]; addresses: NewAddress[]; traits: NewTrait[] };
type Owners = ReadonlyMap<string, KnownAddress>;
type Recognised = Awaited<ReturnType<typeof recognised>>;

/** Who wrote what, and which people, addresses and traits have to be written down for that. */
export type Cast = {
  readonly people: readonly NewPerson[];
  readonly addresses: readonly NewAddress[];
  readonly traits: readonly NewTrait[];
  /** The author of a mail by its number in the forest. */
  readonly authorOf: (message: number) => PersonId;
};

/**
 * Finds the person behind each author: whoever has the address; else whom earlier archives knew by the same name; else
 * somebody new. Who has signed in gets what their own addresses wrote and is never given a further address by an
 * archive: with it a stranger of the same name could enter as them.
 */
export async function castOf(db: Sql, reading: Reading): Promise<Cast> {
  const owners = new Map((await ownersOf(db, reading.addresses)).map((owner) => [owner.address, owner]));
  const ownerOf = (message: number) => owners.get(reading.addresses[reading.addressOf.at(message)] ?? "")?.personId;
  const groupOf = (message: number) => reading.authors.representative(reading.authorOf.at(message));
  const groups = new Set<number>();
  for (let n = 0; n < reading.authorOf.length; n += 1) if (ownerOf(n) === undefined) groups.add(groupOf(n));
  const identities = [...groups].map((group) => [group, reading.authors.identity(group)] as const);
  const known = await recognised(db, lastingTraits(identities));

  const cast: Mutable = { people: [], addresses: [], traits: [] };
  const personOf = new Map<number, PersonId>();
  for (const [group, identity] of identities) personOf.set(group, place(cast, identity, owners, known));
  const authorOf = (message: number): PersonId => {
    const person = ownerOf(message) ?? personOf.get(groupOf(message));
    if (person === undefined) throw new Error("a mail without an author");
    return person;
  };
  return { ...cast, authorOf };
}

/** The person of one identity, and what has to be written down about them. */
function place(cast: Mutable, identity: Identity, owners: Owners, known: Recognised): PersonId {
  const hashes = identity.traits.filter(isLasting).map(shortHash);
  const seeded = identity.addresses.map((address) => owners.get(address)).find((owner) => owner && !owner.claimed);
  const found = seeded ?? hashes.map((hash) => known.get(hash)).find((who) => who !== undefined);
  const id = found?.personId ?? newId<"person">();
  if (found === undefined) cast.people.push({ id, displayName: identity.displayName });
  const free = found?.claimed ? [] : identity.addresses.filter((address) => !owners.has(address));
  for (const [index, address] of free.entries()) {
    cast.addresses.push({ address, personId: id, rank: found === undefined && index === 0 ? "primary" : "other" });
  }
  for (const traitHash of hashes) if (!known.has(traitHash)) cast.traits.push({ traitHash, personId: id });
  return id;
}

function* lastingTraits(identities: Iterable<readonly [number, Identity]>): Generator<string> {
  for (const [, { traits }] of identities) for (const trait of traits) if (isLasting(trait)) yield shortHash(trait);
}

/** Writes down the people of a run, in one transaction; they have no account and see nothing yet. */
export async function seedCast(db: Sql, run: ImportRunId, cast: Cast): Promise<void> {
  const moment = now().toISOString();
  await db.begin(async (tx) => {
    for (const chunk of chunksOf(cast.people, 1000)) {
      const rows = chunk.map(({ id, displayName }) => ({ id, display_name: displayName, created_at: moment }));
      await tx`insert into person ${tx(rows)}`;
      await tx`insert into import_person ${tx(chunk.map(({ id }) => ({ person_id: id, run_id: run })))}`;
    }
    for (const chunk of chunksOf(cast.addresses, 1000)) {
      const rows = chunk.map((one) => ({
        address: one.address,
        person_id: one.personId,
        rank: one.rank,
        created_at: moment,
      }));
      await tx`insert into person_address ${tx(rows)} on conflict do nothing`;
    }
    for (const chunk of chunksOf(cast.traits, 1000)) {
      const rows = chunk.map((one) => ({ trait_hash: one.traitHash, person_id: one.personId, run_id: run }));
      await tx`insert into import_identity ${tx(rows)} on conflict do nothing`;
    }
  });
}
