import { shortHash, traitsOf } from "@/mail/reading/identity";
import type { PersonId } from "@/members/shape";
import { now } from "@/platform/clock";
import type { Sql } from "@/platform/database/client";
import { newId } from "@/platform/ids";
import { recognised } from "../mbox/known";
import type { ImportRunId } from "../shape";
import type { Named } from "./line";

type Owner = { readonly address: string; readonly personId: PersonId; readonly mine: boolean };

/** Whose addresses these are. `mine` is false for one that somebody who signed in has not proved to be theirs. */
async function ownersOf(db: Sql, addresses: readonly string[]): Promise<Map<string, Owner>> {
  if (addresses.length === 0) return new Map();
  const rows = await db<Owner[]>`
    select a.address, a.person_id as "personId", (a.verified_at is not null or p.claimed_at is null) as mine
    from person_address a join person p on p.id = a.person_id where a.address = any(${[...addresses]}::text[])`;
  return new Map(rows.map((row) => [row.address, row]));
}

/** Who of these addresses is known here, by a verified one. */
export async function knownVoters(db: Sql, addresses: readonly string[]): Promise<Map<string, PersonId>> {
  if (addresses.length === 0) return new Map();
  const rows = await db<{ address: string; personId: PersonId }[]>`
    select address, person_id as "personId" from person_address
    where address = any(${[...new Set(addresses)]}::text[]) and verified_at is not null`;
  return new Map(rows.map((row) => [row.address, row.personId]));
}

/** What a person is recognised by: their address; without one their name. */
function keyOf({ name, address }: Named): string {
  return address ?? `name:${name}`;
}

/** The trait by which somebody without an address is found again: shared with mail archives. */
function traitOf({ name }: Named): string {
  const [trait] = traitsOf({ name, address: null, mask: null });
  return shortHash(trait ?? `word:${name.toLowerCase()}`);
}

export type Cast = {
  readonly of: (who: Named) => PersonId;
  readonly seeded: readonly { readonly id: PersonId; readonly who: Named }[];
};

/**
 * Finds the person behind each name of a batch: who has the address and has proved it, or is only known here as well; else
 * whom an import knew by the same name; else somebody new. Nobody who has signed in gets words by a name alone.
 */
export async function castOf(db: Sql, all: readonly Named[]): Promise<Cast> {
  const people = new Map(all.map((who) => [keyOf(who), who]));
  const addresses = [...people.values()].flatMap(({ address }) => (address === null ? [] : [address]));
  const owners = await ownersOf(db, addresses);
  const nameless = [...people.values()].filter(({ address }) => address === null);
  const known = await recognised(db, nameless.map(traitOf));
  const knownAs = (who: Named): PersonId | undefined => {
    if (who.address !== null) {
      const owner = owners.get(who.address);
      return owner?.mine ? owner.personId : undefined;
    }
    const byName = known.get(traitOf(who));
    return byName?.claimed === false ? byName.personId : undefined;
  };
  const found = new Map<string, PersonId>();
  const seeded: { id: PersonId; who: Named }[] = [];
  for (const [key, who] of people) {
    const id = knownAs(who) ?? newId<"person">();
    found.set(key, id);
    // An address that belongs to somebody who has not proved it stays theirs.
    const isTaken = who.address !== null && owners.has(who.address);
    if (knownAs(who) === undefined) seeded.push({ id, who: isTaken ? { ...who, address: null } : who });
  }
  return {
    seeded,
    of: (who) => {
      const id = found.get(keyOf(who));
      if (id === undefined) throw new Error("somebody of another batch");
      return id;
    },
  };
}

/** Writes down the people of a batch; they have no account and see nothing yet. */
export async function seed(db: Sql, run: ImportRunId, seeded: Cast["seeded"]): Promise<void> {
  if (seeded.length === 0) return;
  const moment = now().toISOString();
  await db`insert into person ${db(seeded.map(({ id, who }) => ({ id, display_name: who.name, created_at: moment })))}`;
  await db`insert into import_person ${db(seeded.map(({ id }) => ({ person_id: id, run_id: run })))}`;
  const addresses = seeded.flatMap(({ id, who }) =>
    who.address === null ? [] : [{ address: who.address, person_id: id, rank: "primary", created_at: moment }],
  );
  if (addresses.length > 0) await db`insert into person_address ${db(addresses)} on conflict do nothing`;
  const traits = seeded.flatMap(({ id, who }) =>
    who.address === null ? [{ trait_hash: traitOf(who), person_id: id, run_id: run }] : [],
  );
  if (traits.length > 0) await db`insert into import_identity ${db(traits)} on conflict do nothing`;
}
